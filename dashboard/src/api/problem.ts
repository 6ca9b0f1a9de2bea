import type { FieldProblem } from '#contract/problem.ts'

/** What a person is told when a call fails: what happened, and the request id to quote. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly requestId: string | null,
    readonly errors: readonly FieldProblem[],
  ) {
    super(title)
    this.name = 'ApiProblem'
  }
}

interface ProblemBody {
  readonly code?: string
  readonly title?: string
  readonly detail?: string
  readonly request_id?: string
  readonly errors?: readonly FieldProblem[]
}

export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const body = (await response.json().catch(() => ({}))) as ProblemBody
  const title = body.detail ?? body.title ?? 'The server answered something unexpected.'
  return new ApiProblem(response.status, body.code ?? 'unknown', title, body.request_id ?? null, body.errors ?? [])
}

export const unreachable = (): ApiProblem =>
  new ApiProblem(0, 'unreachable', 'The server could not be reached.', null, [])
