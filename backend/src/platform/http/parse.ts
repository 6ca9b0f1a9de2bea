import type { z } from 'zod'
import type { FieldProblem } from '#contract/problem.ts'
import { AppError } from '../app-error.ts'

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** JSON pointer of RFC 6901. */
export const pointerOf = (path: readonly PropertyKey[]): string => path.map((part) => `/${escaped(part)}`).join('')

const problemsShown = 20

export const fieldProblems = (error: z.ZodError): readonly FieldProblem[] =>
  error.issues.slice(0, problemsShown).map(({ path, code, message }) => ({
    pointer: pointerOf(path).slice(0, 200),
    code,
    detail: message.slice(0, 300),
  }))

/** Unknown is parsed once, here; what a handler sees has the type its route declares. */
export const parseWith = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> => {
  const result = schema.safeParse(value)
  if (!result.success) throw new AppError('validation_failed', { errors: fieldProblems(result.error) })
  return result.data
}

/** `?a=1&b=2` as an object; a name given twice is an array, which no schema of ours takes. */
export const queryOf = (target: string): Readonly<Record<string, string | readonly string[]>> => {
  const at = target.indexOf('?')
  const found: Record<string, string | readonly string[]> = {}
  if (at < 0) return found
  const query = new URLSearchParams(target.slice(at + 1))
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name)
    if (name !== '__proto__') found[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return found
}
