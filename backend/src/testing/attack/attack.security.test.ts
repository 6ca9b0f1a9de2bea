import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collections } from '../../collections.ts'
import { profiles } from '../../features/velocity/service.ts'
import { createRandomKeySealer } from '../../platform/documents/testing/random-key-sealer.ts'
import { createSqlitePlace } from '../../platform/documents/testing/sqlite-place.ts'
import { hintOf } from '../../platform/identifiers/hint.ts'
import { shortIdentifier } from '../../platform/identifiers/identify.ts'
import { normaliseEmail } from '../../platform/identifiers/email.ts'
import { sha256 } from '../../platform/identifiers/normalised.ts'
import type { NewMerchant } from '../../features/merchants/service.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../house.ts'
import { attack, type Knowledge } from './attack.ts'
import { addressAt, dictionarySize } from './dictionary.ts'

/** Two million hashes a run; the limit is for a busy machine. */
jest.setTimeout(180_000)

const city = 'Markerbilltown'
const now = Date.UTC(2026, 10, 22, 12, 34)
const victims = [123_456, 987_654].map(addressAt)
const knowledge: readonly Knowledge[] = victims.map((address) => ({
  city,
  hour: now - (now % 3_600_000),
  hint: hintOf('email', normaliseEmail(address)),
}))

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  for (const address of victims) {
    const billing = { city, country: 'DE', name: 'Jo Doe' }
    const body = anOrder({ email: { address }, billing, device: { ip: '203.0.113.7' } })
    expect((await send(house, { path: '/v1/assessments', body, keys: shop.live, now })).status).toBe(200)
  }
})
afterAll(() => house.remove())

/** Database, write-ahead log, claims, ids: every file, whatever folder it lies in. */
const filesOf = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

/** The same profiles, with another way to make identifiers. */
const variant = async (identify: (digest: Buffer) => string): Promise<Buffer> => {
  const place = await createSqlitePlace()
  const opened = { collections, sealer: createRandomKeySealer(), clock: () => now, sweepMs: 60_000 }
  const store = await place.open({ ...opened, onLatePush: () => undefined, probe: () => undefined })
  for (const address of victims) {
    const keyed = identify(sha256(normaliseEmail(address).value))
    const id = `email:${keyed}`
    const event = { id: `asm_${keyed.slice(0, 8)}`, at: now, email: shortIdentifier(keyed) }
    const create = { id, events: [] }
    await store
      .forMerchant(shop.merchantId, 'live')
      .write({ upsert: profiles, id, create, changes: { push: event, min: { first_seen_at: now } } })
  }
  await store.close()
  const dump = Buffer.concat(await place.dump())
  await place.remove()
  return dump
}

test('a million addresses are a million addresses', () => {
  expect(dictionarySize).toBe(1_000_000)
  const sample = Array.from({ length: 20_000 }, (_, at) => addressAt(at * 50))
  expect(new Set(sample).size).toBe(sample.length)
})

test('whoever holds all of DATA_DIR and a dictionary with everybody in it finds nobody', () => {
  const dump = Buffer.concat(filesOf(house.folder))
  expect(dump.includes(shop.merchantId)).toBe(true)
  const { found, tried } = attack(dump, knowledge)
  expect(tried).toBeGreaterThan(1_000_000)
  expect(found).toEqual([])
})

test('the same attack finds everybody at once where identifiers are plain SHA-256', async () => {
  const { found } = attack(await variant((digest) => digest.toString('hex')), [])
  expect([...found].sort()).toEqual([...victims].sort())
})

test('and where the key lies beside them', async () => {
  const keyed = (digest: Buffer) => createHmac('sha256', shop.merchantId).update(digest).digest('hex')
  const { found } = attack(await variant(keyed), knowledge)
  expect([...found].sort()).toEqual([...victims].sort())
})
