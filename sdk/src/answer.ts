import { GoodfaithError, type FieldProblem } from './errors.ts'

interface ProblemBody {
  readonly code?: unknown
  readonly title?: unknown
  readonly detail?: unknown
  readonly request_id?: unknown
  readonly errors?: unknown
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Seconds, or an HTTP date. */
export const retryAfterOf = (header: string | null, now: number): number | undefined => {
  if (header === null || header.trim() === '') return undefined
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const adaptProblem = (response: Response, body: ProblemBody): GoodfaithError => {
  const code = textOf(body.code) ?? 'unexpected_answer'
  const words = [textOf(body.title), textOf(body.detail)].filter((part) => part !== undefined)
  return new GoodfaithError(code, words.join(' ') || `The server answered ${response.status}.`, {
    status: response.status,
    requestId: textOf(body.request_id) ?? response.headers.get('x-request-id') ?? undefined,
    errors: Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [],
    retryAfterSeconds: retryAfterOf(response.headers.get('retry-after'), Date.now()),
  })
}

/** The parsed body of a success; anything else is thrown as what it is. */
export const readAnswer = async (response: Response): Promise<Readonly<Record<string, unknown>>> => {
  const body = parse(await response.text())
  if (!response.ok) throw adaptProblem(response, isObject(body) ? body : {})
  if (isObject(body)) return body
  throw new GoodfaithError('unexpected_answer', 'The answer is not JSON: is baseUrl the address of Goodfaith?', {
    status: response.status,
  })
}
