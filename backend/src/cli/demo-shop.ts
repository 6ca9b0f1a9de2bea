import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { Refusal } from './command.ts'
import type { ShopKeys } from './demo-store.ts'

/** Looked at before anything is made, so that a start without its shop's port leaves nothing behind. */
export const provePortFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => {
      reject(new Refusal(`Port ${port} is taken: choose another for the demo shop with DEMO_PORT.`))
    })
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve()
      })
    })
  })

export interface RunningShop {
  readonly url: string
  stop(): Promise<void>
}

export interface ShopOptions {
  readonly root: string
  readonly port: number
  readonly serverUrl: string
  readonly keys: ShopKeys
}

const stopChild = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => {
      resolve()
    })
    child.kill('SIGTERM')
  })

/**
 * A program of its own, as a customer's shop would be. It gets its keys by its environment, which nobody but this user
 * can read, and nothing of ours: not the master secret, not the database.
 */
export const startDemoShop = ({ root, port, serverUrl, keys }: ShopOptions): Promise<RunningShop> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/demo/shop.mjs')], {
      env: {
        DEMO_PORT: String(port),
        GOODFAITH_URL: serverUrl,
        GOODFAITH_PUBLISHABLE_KEY: keys.publishableKey,
        GOODFAITH_SECRET_KEY: keys.secretKey,
        GOODFAITH_SIGNING_SECRET: keys.signingSecret,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.once('exit', () => {
      const isTaken = said.includes('EADDRINUSE')
      const why = isTaken ? `Port ${port} is taken: choose another with DEMO_PORT.` : 'It ended before it listened.'
      reject(new Refusal(`The demo shop could not start. ${why}`))
    })
    createInterface({ input: child.stderr }).on('line', (line) => {
      said = `${said}${line}\n`.slice(-4_000)
      const [url] = /https?:\/\/\S+/.exec(line) ?? []
      if (url?.startsWith('http') === true && line.startsWith('Demo shop:')) {
        resolve({ url, stop: () => stopChild(child) })
      }
    })
  })
