import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendDownload } from './download.ts'
import { Download } from './route.ts'

const piece = 'x'.repeat(64 * 1024)
const pieces = 40

async function* file(response: ServerResponse, listeners: number[]): AsyncGenerator<string> {
  for (let sent = 0; sent < pieces; sent += 1) {
    listeners.push(response.listenerCount('close'))
    yield await Promise.resolve(piece)
  }
}

test('a long file is whole, and waiting for its reader leaves nothing behind', async () => {
  const listeners: number[] = []
  const server = createServer((_request, response) => {
    const download = new Download(file(response, listeners), 'text/csv', 'long.csv', {})
    void sendDownload(response, download, {}, 'req_1')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const text = await answer.text()
  server.close()
  expect(text).toHaveLength(piece.length * pieces)
  expect(Math.max(...listeners)).toBeLessThanOrEqual((listeners[0] ?? 0) + 1)
})
