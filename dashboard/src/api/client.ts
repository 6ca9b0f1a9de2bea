import { ApiProblem, problemOf, unreachable } from './problem.ts'

const base = '/console/v1'
/** Of the operator's own page: nothing there is refreshed, and nobody is signed out of the dashboard by it. */
const operatorBase = '/operator/v1'
/** A page of another origin cannot send this header without being asked first. */
const consoleHeader = { 'x-goodfaith-console': '1' }

let refreshing: Promise<boolean> | undefined

/** One refresh for all calls that need it: the token is single-use. */
const refresh = (): Promise<boolean> => {
  refreshing ??= fetch(`${base}/refresh`, { method: 'POST', headers: consoleHeader })
    .then(
      ({ ok }) => ok,
      () => false,
    )
    .finally(() => (refreshing = undefined))
  return refreshing
}

let onSignedOut: () => void = () => undefined
/** Called once a call fails because nobody is signed in any more. */
export const whenSignedOut = (listener: () => void): void => {
  onSignedOut = listener
}

interface Call {
  readonly method?: string
  readonly body?: unknown
  /** The body is text of this kind instead of JSON. */
  readonly type?: string
  readonly signal?: AbortSignal
}

const send = (path: string, { method = 'GET', body, type, signal }: Call, at = base): Promise<Response> =>
  fetch(`${at}${path}`, {
    method,
    // Firefox makes a second window wait for the cache entry that the first one's open stream holds.
    cache: 'no-store',
    headers: { ...consoleHeader, ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' && type ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** Sends, and once more after a refresh when the access token has run out. */
export const request = async (path: string, call: Call = {}): Promise<Response> => {
  try {
    const response = await send(path, call)
    const mayRefresh = response.status === 401 && path !== '/sign-in' && (await refresh())
    const answer = mayRefresh ? await send(path, call) : response
    if (answer.ok) return answer
    const problem = await problemOf(answer)
    if (problem.status === 401 && path !== '/sign-in') onSignedOut()
    throw problem
  } catch (error) {
    if (error instanceof ApiProblem || isAbort(error)) throw error
    throw unreachable()
  }
}

const operatorRequest = async (path: string, call: Call): Promise<Response> => {
  try {
    const answer = await send(path, call, operatorBase)
    if (answer.ok) return answer
    throw await problemOf(answer)
  } catch (error) {
    if (error instanceof ApiProblem || isAbort(error)) throw error
    throw unreachable()
  }
}

/** The server's answers are made from the same schemas as these types, and tested against them. */
const answerOf = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T

export const operatorGet = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  answerOf<T>(operatorRequest(path, signal ? { signal } : {}))
export const operatorPost = <T>(path: string, body: unknown = {}): Promise<T> =>
  answerOf<T>(operatorRequest(path, { method: 'POST', body }))
export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  answerOf<T>(request(path, signal ? { signal } : {}))
export const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  answerOf<T>(request(path, { method: 'POST', body }))
export const patch = <T>(path: string, body: unknown): Promise<T> =>
  answerOf<T>(request(path, { method: 'PATCH', body }))
export const postText = <T>(path: string, body: string, type: string): Promise<T> =>
  answerOf<T>(request(path, { method: 'POST', body, type }))
