import type { ServerResponse } from 'node:http'
import type { Problem } from '#contract/problem.ts'
import { problems } from '#contract/problem.ts'
import { AppError } from '../app-error.ts'
import type { Download, EventStream } from './route.ts'
import { Reply, StoredReply, type Answer } from './route.ts'
import type { Headers } from './security-headers.ts'

export type AnswerHeaders = Record<string, string | string[]>

export interface Written {
  readonly status: number
  readonly json: string
  readonly headers: AnswerHeaders
}

const copied = (headers: Readonly<Record<string, string | readonly string[]>> = {}): AnswerHeaders => {
  const copy: AnswerHeaders = {}
  for (const [name, value] of Object.entries(headers)) copy[name] = typeof value === 'string' ? value : [...value]
  return copy
}

/** What a handler gave, as it goes over the wire. */
export const written = (answer: Exclude<Answer<unknown>, EventStream | Download>, status: number): Written => {
  if (answer instanceof StoredReply) {
    return { status: answer.options.status ?? status, json: answer.json, headers: copied(answer.options.headers) }
  }
  if (answer instanceof Reply) {
    const { status: own = status, headers } = answer.options
    return { status: own, json: JSON.stringify(answer.value), headers: copied(headers) }
  }
  return { status, json: JSON.stringify(answer), headers: {} }
}

/** An error as the caller may see it. Anything unexpected becomes one fixed sentence. */
export const problemOf = (error: unknown, requestId: string): Written => {
  const known = error instanceof AppError ? error : new AppError('internal', { cause: error })
  const { detail, errors, retryAfterSeconds } = known.options
  const { status, title } = problems[known.code]
  const problem: Problem = {
    type: `/docs#${known.code}`,
    title,
    status,
    code: known.code,
    ...(detail === undefined ? {} : { detail }),
    request_id: requestId,
    ...(errors === undefined ? {} : { errors: [...errors] }),
  }
  const headers: AnswerHeaders = { 'content-type': 'application/problem+json' }
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds)
  if (status === 401) headers['www-authenticate'] = 'Bearer realm="goodfaith"'
  return { status, json: JSON.stringify(problem), headers }
}

/** How long a client that is still sending is listened to, so that it reads its answer instead of a reset connection. */
const lingerMs = 5_000

/** Closing on unread bytes resets the connection, and the answer with it: what still comes is read and dropped. */
const endOnceRead = (response: ServerResponse, json: string): void => {
  const { req: request } = response
  response.write(json)
  const end = (): void => {
    clearTimeout(late)
    response.end()
  }
  const late = setTimeout(end, lingerMs)
  late.unref()
  request.once('end', end)
  request.once('close', end)
  request.resume()
}

/** The only place that writes an answer: one head, one body, the security headers always among them. */
export const send = (
  response: ServerResponse,
  { status, json, headers }: Written,
  always: Headers,
  requestId: string,
): void => {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const head: AnswerHeaders = Object.assign(
    { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-request-id': requestId },
    always,
    headers,
  )
  // Nothing is kept of the rest of a refused body: the connection ends with the answer.
  const isCutOff = !response.req.complete && status >= 400
  if (isCutOff) head['connection'] = 'close'
  if (status !== 204) head['content-length'] = String(Buffer.byteLength(json))
  response.writeHead(status, head)
  if (isCutOff) endOnceRead(response, json)
  else response.end(status === 204 ? undefined : json)
}

/** Keeps a stream of events open, with a comment every 15 s so that proxies do the same. */
export const sendEvents = (response: ServerResponse, { open }: EventStream, always: Headers, requestId: string) => {
  // The reader may be gone already: nothing would then tell the stream to end.
  if (response.destroyed) return
  response.writeHead(200, {
    ...always,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
    'x-accel-buffering': 'no',
  })
  if (response.req.method === 'HEAD') {
    response.end()
    return
  }
  response.write(': open\n\n')
  const stop = open({
    send: (event, data) => {
      if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    close: () => {
      response.end()
    },
  })
  const beat = setInterval(() => {
    response.write(': beat\n\n')
  }, 15_000)
  response.once('close', () => {
    clearInterval(beat)
    stop()
  })
}
