import { problems, type FieldProblem, type ProblemCode } from '#contract/problem.ts'

/** The one expected failure: a closed set of codes, a public sentence, and a cause that stays inside. */
export class AppError extends Error {
  readonly status: number
  constructor(
    readonly code: ProblemCode,
    readonly options: {
      readonly detail?: string
      readonly errors?: readonly FieldProblem[]
      readonly retryAfterSeconds?: number
      readonly cause?: unknown
    } = {},
  ) {
    super(problems[code].title, { cause: options.cause })
    this.name = 'AppError'
    this.status = problems[code].status
  }
}
