import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve(import.meta.dirname, '../../dist/backend/goodfaith.mjs')

/** What the first start tells its operator. */
export interface House {
  readonly dashboard: string
  readonly shop: string
  readonly signIn: { readonly email: string; readonly password: string }
  stop(): Promise<void>
}

/** Free now; nobody else on a test machine asks for it in the meantime. */
const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => {
        found(port)
      })
    })
  })

interface Told {
  readonly dashboard: string
  readonly shop: string
  readonly sign_in: House['signIn']
}

const firstJson = (child: ChildProcess): Promise<Told> =>
  new Promise((resolved, reject) => {
    let out = ''
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      try {
        resolved(JSON.parse(out) as Told)
      } catch {
        // Not all of it is here yet.
      }
    })
    child.once('exit', () => {
      reject(new Error(`goodfaith start ended: ${err}${out}`))
    })
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolved) => {
    child.once('exit', () => {
      resolved()
    })
    child.kill('SIGTERM')
  })

/** `goodfaith start` on an empty folder, as a stranger would run it, on ports and with a folder of its own. */
export const startHouse = async (more: Readonly<Record<string, string>> = {}): Promise<House> => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-house-'))
  const [port, shopPort] = [await freePort(), await freePort()]
  const child = spawn(process.execPath, [program, 'start', '--json'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      PORT: String(port),
      DEMO_PORT: String(shopPort),
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'warn',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { dashboard, shop, sign_in: signIn } = await firstJson(child)
  return {
    dashboard,
    shop,
    signIn,
    stop: async () => {
      await ended(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
