import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type Step = (response: ServerResponse) => void

/** A real HTTP server that answers the first call with the first step, and so on; the last step answers all that follow. */
export const startScriptedServer = async (...steps: readonly Step[]) => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { method = '', url = '', headers } = request
      received.push({ method, url, headers, body: await text(request) })
      steps[Math.min(received.length, steps.length) - 1]?.(response)
    }
    void answer()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    received,
    stop: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Step =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

export const problem = (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Step =>
  json(status, { type: 'about:blank', title: `Title of ${code}.`, status, code, request_id: 'req_1' }, headers)

/** Takes the call and never answers. */
export const silence: Step = () => undefined

export const hangUp: Step = (response) => {
  response.destroy()
}
