import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Download } from './route.ts'
import type { Headers } from './security-headers.ts'

/** Whichever comes first; the other is not waited for any more, or a long file would gather listeners. */
const drained = async (response: ServerResponse): Promise<void> => {
  const over = new AbortController()
  const { signal } = over
  try {
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
  } finally {
    over.abort()
  }
}

/**
 * A file in pieces, as fast as the reader takes them: memory stays flat. What breaks on the way ends the connection
 * without its last chunk, so that half a file is never taken for a whole one.
 */
export const sendDownload = async (
  response: ServerResponse,
  { pieces, contentType, filename, headers }: Download,
  always: Headers,
  requestId: string,
): Promise<void> => {
  if (response.destroyed) return
  response.writeHead(200, {
    ...always,
    ...headers,
    'content-type': contentType,
    'content-disposition': `attachment; filename="${filename}"`,
    'cache-control': 'no-store',
    'x-request-id': requestId,
  })
  if (response.req.method === 'HEAD') {
    response.end()
    return
  }
  const isGone = (): boolean => response.destroyed
  try {
    for await (const piece of pieces) {
      if (isGone()) return
      if (!response.write(piece)) await drained(response)
    }
    response.end()
  } catch (error) {
    response.destroy()
    throw error
  }
}
