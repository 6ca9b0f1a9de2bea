import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { built } from './built.ts'
import { listen, type Listening } from './listen.ts'

export interface Posted {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Edge extends Listening {
  /** Everything that was asked, except for the script itself. */
  readonly posted: readonly Posted[]
  /** Answers in turn; the last one stays. */
  answer(...answers: readonly Reply[]): void
}
export type Reply = 'created' | 'broken' | 'refused' | 'never'

const sessionId = (turn: number): string => `ses_test${String(turn).padStart(4, '0')}`

/** Stands where POST /v1/sessions stands, keeps what the script sent, and can be made to fail as servers do. */
export const startEdge = async (): Promise<Edge> => {
  const posted: Posted[] = []
  let answers: Reply[] = ['created']
  const takePost = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    posted.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
    const reply = answers.length > 1 ? answers.shift() : answers[0]
    const cors = { 'access-control-allow-origin': request.headers.origin ?? '*', 'content-type': 'application/json' }
    if (reply === 'never') return
    if (reply === 'created') {
      const expires_at = new Date(Date.now() + 86_400_000).toISOString()
      response.writeHead(201, cors).end(JSON.stringify({ session_id: sessionId(posted.length), expires_at }))
    } else response.writeHead(reply === 'refused' ? 403 : 503, cors).end('{}')
  }
  const listening = await listen((request, response) => {
    if (request.url === '/gf.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(built('collector/gf.js'))
      return
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      takePost(request, response, body)
    })
  })
  return {
    ...listening,
    posted,
    answer: (...next) => {
      answers = [...next]
    },
  }
}
