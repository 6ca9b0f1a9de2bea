import { createSecretKey, randomBytes } from 'node:crypto'
import type { Documents, DocumentStore, Mode } from '../../../platform/documents/port.ts'
import type { EngineUnderTest, Place } from '../../../platform/documents/testing/engine-under-test.ts'
import { createRandomKeySealer } from '../../../platform/documents/testing/random-key-sealer.ts'
import { createStoreKeys } from '../../../platform/vault/store-keys.ts'
import { devices, sessions } from '../collections.ts'
import { components } from '../components.data.ts'
import type { LenientSessionRequest } from '../payload.ts'
import { createSessions, type SessionService } from '../service.ts'

export const merchantId = 'mer_1'
export const hourMs = 3_600_000

export interface Device {
  readonly components: Readonly<Record<string, string | null>>
  readonly platform: string
}

const hashOf = (text: string): string => Buffer.from(text.padEnd(16, '.')).toString('hex').slice(0, 64)

/** Every component of its own, named after its owner. */
export const computer = (owner: string): Device => ({
  platform: 'linux',
  components: Object.fromEntries(Object.keys(components).map((name) => [name, hashOf(`${name}${owner}`.slice(-32))])),
})
export const phone = (model: string): Device => ({ ...computer(model), platform: 'ios' })

export const after = (device: Device, change: string, ...names: readonly string[]): Device => ({
  ...device,
  components: { ...device.components, ...Object.fromEntries(names.map((name) => [name, hashOf(`${change}${name}`)])) },
})

export const request = ({ components: sent, platform }: Device, facts: object = {}): LenientSessionRequest => ({
  key: 'gfp_test_x',
  v: 1,
  components: sent,
  facts: { time_zone: 'Europe/Berlin', languages: ['de-DE'], platform, consent: 'full', page_ms: 900, ...facts },
})

/** Counts what the service reads; all else goes through. */
const counting = (documents: Documents, read: (count: number) => void): Documents => ({
  ...documents,
  get: async (from, id) => {
    read(1)
    return documents.get(from, id)
  },
  find: async (from, where, options) => {
    const page = await documents.find(from, where, options)
    read(page.items.length)
    return page
  },
})

/** A store on a real engine, whose clock the test moves. */
export interface Shop {
  readonly service: SessionService
  readonly documents: (mode?: Mode) => Documents
  readonly dump: () => Promise<readonly Buffer[]>
  now: number
  reads: number
  necessaryOnly: boolean
  visit(
    device: Device,
    more?: { facts?: object; ip?: string; mode?: Mode; gpc?: boolean; origin?: string | null },
  ): Promise<string>
  close(): Promise<void>
}

export const openShop = async (engine: EngineUnderTest): Promise<Shop> => {
  const place: Place = await engine.createPlace()
  const keys = createStoreKeys([createSecretKey(randomBytes(32))])
  const shop: Shop = {
    now: Date.UTC(2026, 10, 20),
    reads: 0,
    necessaryOnly: false,
    documents: (mode = 'live') => store.forMerchant(merchantId, mode),
    dump: () => place.dump(),
    visit: async (
      device,
      { facts = {}, ip = '203.0.113.7', mode = 'live', gpc = false, origin = 'https://shop.example' } = {},
    ) => {
      const arrival = { receivedAt: shop.now, ip, userAgent: 'marker-agent/1.0', origin, globalPrivacyControl: gpc }
      const reply = await shop.service.open({ merchantId, mode }, request(device, facts), arrival)
      return reply.session_id
    },
    close: async () => {
      await store.close()
      await place.remove()
    },
    service: createSessions({
      documents: {
        forMerchant: (id, mode) => counting(store.forMerchant(id, mode), (count) => (shop.reads += count)),
      },
      keysOf: async () => keys,
      networkKeysOf: () => Promise.resolve(null),
      isNecessaryOnly: async () => shop.necessaryOnly,
      ipFacts: () => ({ country: 'DE', asn: 1, hosting: false, reserved: false }),
      agentFacts: () => ({ browser: 'Firefox', os: 'Linux', platform: 'desktop', bot: false }),
    }),
  }
  const store: DocumentStore = await place.open({
    collections: [devices, sessions],
    sealer: createRandomKeySealer(),
    clock: () => shop.now,
    sweepMs: 300_000,
    onLatePush: () => undefined,
    probe: () => undefined,
  })
  return shop
}
