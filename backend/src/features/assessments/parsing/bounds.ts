import { AppError } from '../../../platform/app-error.ts'

/** More values than a shopping cart of 250 lines and 100 custom inputs can have. */
const mostValues = 5_000

const tooLarge = (): AppError =>
  new AppError('validation_failed', {
    errors: [{ pointer: '', code: 'INPUT_TOO_LARGE', detail: `More than ${mostValues} values.` }],
  })

/** Refuses a body that is all structure before anything else looks at it. Without recursion, so that depth costs nothing. */
export const checkBounds = (body: unknown): void => {
  const waiting: unknown[] = [body]
  let seen = 0
  while (waiting.length > 0) {
    const next = waiting.pop()
    seen += 1
    if (typeof next === 'object' && next !== null) waiting.push(...(Object.values(next) as unknown[]))
    if (seen + waiting.length > mostValues) throw tooLarge()
  }
}
