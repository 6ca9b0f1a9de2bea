import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net'

/** A socket of ours between client and server, so that the line can be cut and mended without touching the server. */
export const createCuttableLine = async (url: string, defaultPort: number) => {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let cut = false
  const server = createServer((socket) => {
    if (cut) {
      socket.destroy()
      return
    }
    const onward = dial(port === '' ? defaultPort : Number(port), hostname)
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(end)
      end.on('error', () => undefined).on('close', () => other.destroy())
      end.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = new URL(url)
  address.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const hangUp = () => {
    for (const socket of open) socket.destroy()
    open.clear()
  }
  return {
    url: address.href,
    cut: () => {
      cut = true
      hangUp()
    },
    mend: () => {
      cut = false
    },
    /** Everything stays connected and nothing comes through, as from a server that swaps. */
    stall: () => {
      for (const socket of open) socket.pause()
    },
    resume: () => {
      for (const socket of open) socket.resume()
    },
    close: async () => {
      hangUp()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
