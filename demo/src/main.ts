import { pathToFileURL } from 'node:url'
import type { AddressInfo } from 'node:net'
import { readSettings, type ShopSettings } from './settings.ts'
import { createShop } from './shop.ts'

export interface RunningShop {
  readonly origin: string
  close(): Promise<void>
}

/** For whoever starts the shop beside the server. */
export const startShop = (settings: ShopSettings, host = '127.0.0.1'): Promise<RunningShop> =>
  new Promise((resolve, reject) => {
    const server = createShop(settings).listen(settings.port, host, (error?: Error) => {
      if (error) {
        reject(error)
        return
      }
      const { port } = server.address() as AddressInfo
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => {
            closed()
          })
          server.closeAllConnections()
        })
      resolve({ origin: `http://${host}:${port}`, close })
    })
  })

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { origin } = await startShop(readSettings(process.env))
  process.stderr.write(`Demo shop: ${origin}\n`)
}
