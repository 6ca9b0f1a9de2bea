import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { globalAgent } from 'node:http'
import { join, resolve } from 'node:path'
import request, { type Response } from 'supertest'
import { readConfig } from '../config.ts'
import { openHouse, type House } from '../container.ts'
import { operator } from '../features/audit/service.ts'
import type { KeySet, NewMerchant } from '../features/merchants/service.ts'
import { systemClock, type Clock } from '../platform/clock.ts'
import { sign } from '../platform/keys/signature.ts'
import { createLog } from '../platform/telemetry/log.ts'

// Each call listens on a port of its own, and ports come again: a kept connection would reach the house that had it before.
Reflect.set(globalAgent, 'keepAlive', false)

export const testMasterSecret = 'a master secret for tests, never used elsewhere'
export const shopOrigin = 'https://shop.example'

/** A whole installation without a listener, in a folder of its own. */
export interface TestHouse extends House {
  readonly folder: string
  /** Lines of the log, as written. */
  readonly logged: readonly string[]
  createMerchant(name?: string): Promise<NewMerchant>
  /** Closes the house and removes its folder. */
  remove(): Promise<void>
}

export interface TestHouseOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly clock?: Clock
  readonly folder?: string
  readonly logLevel?: string
}

const root = resolve(__dirname, '../../..')

export const openTestHouse = async (options: TestHouseOptions = {}): Promise<TestHouse> => {
  const { env = {}, clock = systemClock, logLevel = 'info' } = options
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'goodfaith-test-'))
  const logged: string[] = []
  const log = createLog({ level: logLevel, to: { write: (line) => logged.push(line) } })
  const given = { DATA_DIR: folder, MASTER_SECRET: testMasterSecret, RATE_LIMIT_SCALE: '0', ...env }
  const house = await openHouse({ config: readConfig(given), root, note: () => undefined, clock, log })
  return {
    ...house,
    folder,
    logged,
    createMerchant: (name = 'Shop') => house.foundation.merchants.create(operator, { name, origins: [shopOrigin] }),
    remove: async () => {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface SignedCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly keys: KeySet
  readonly idempotencyKey?: string
  readonly now?: number
  readonly nonce?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Letters alone: a run of digits might be taken for a card number. */
export const newKey = (): string =>
  randomBytes(12)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))

/** The headers that a store's backend sends. */
export const signedHeaders = (call: SignedCall, body: string): Record<string, string> => {
  const { method = 'POST', path, keys, now = Date.now(), nonce = newKey() } = call
  const timestamp = String(Math.floor(now / 1000))
  const signature = sign(keys.signingSecret, { method, target: path, timestamp, nonce, body })
  return {
    authorization: `Bearer ${keys.secretKey}`,
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': signature,
    'idempotency-key': call.idempotencyKey ?? newKey(),
    ...call.headers,
  }
}

/** Sends a call as a store's backend would: signed, with an idempotency key. */
export const send = async ({ app }: Pick<House, 'app'>, call: SignedCall): Promise<Response> => {
  const { method = 'POST', path, keys } = call
  if (method === 'GET')
    return request(app)
      .get(path)
      .set('x-api-key', keys.secretKey)
      .set(call.headers ?? {})
  const body = typeof call.body === 'string' ? call.body : call.body === undefined ? '' : JSON.stringify(call.body)
  const verb = method.toLowerCase() as 'post' | 'put' | 'patch' | 'delete'
  return request(app)[verb](path).set(signedHeaders(call, body)).send(body)
}

let orders = 0
/** An order of an ordinary customer; every call another order id. */
export const anOrder = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  orders += 1
  return { order: { id: `order-${orders}-${newKey()}`, amount: 12_999, currency: 'EUR' }, ...more }
}
