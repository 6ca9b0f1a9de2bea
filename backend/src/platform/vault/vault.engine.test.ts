import { collection, type Document } from '../documents/collection.ts'
import type { DocumentStore } from '../documents/port.ts'
import { SealingKeyMissing } from '../documents/sealer.ts'
import { createSqlitePlace } from '../documents/testing/sqlite-place.ts'
import type { Place } from '../documents/testing/engine-under-test.ts'
import { SealBroken } from './envelope.ts'
import { vaultKeys } from './key-rows.ts'
import { vaultMaster } from './master-row.ts'
import { MasterSecretRefused } from './master-secret.ts'
import { createVault, type Vault } from './vault.ts'

const letters = collection<Document & { text: string }>({
  name: 'letters',
  scope: 'merchant',
  sealed: true,
  fields: {},
})
const masterSecret = 'a master secret of this test, long enough'

let place: Place
const opened: DocumentStore[] = []

const start = async (secret = masterSecret): Promise<{ vault: Vault; store: DocumentStore }> => {
  const vault = createVault({ masterSecret: secret })
  const store = await place.open({
    collections: [letters, vaultKeys, vaultMaster],
    sealer: vault,
    clock: Date.now,
    sweepMs: 60_000,
    onLatePush: () => undefined,
    probe: () => undefined,
  })
  opened.push(store)
  await vault.unlock(store)
  return { vault, store }
}

beforeEach(async () => {
  place = await createSqlitePlace()
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
  await place.remove()
})

const write = (store: DocumentStore, merchantId: string, text: string) =>
  store.forMerchant(merchantId, 'live').write({ insert: letters, document: { id: 'one', text } })
const read = async (store: DocumentStore, merchantId: string) =>
  (await store.forMerchant(merchantId, 'live').get(letters, 'one'))?.text

test('what one start sealed the next one opens, with the same secret', async () => {
  const first = await start()
  await write(first.store, 'mer_1', 'a planted marker')
  const id = (await first.vault.storeKeys('mer_1')).identify(Buffer.alloc(32))
  const second = await start()
  expect(await read(second.store, 'mer_1')).toBe('a planted marker')
  expect((await second.vault.storeKeys('mer_1')).identify(Buffer.alloc(32))).toBe(id)
})

test('neither bodies, keys nor the master secret lie on the disk', async () => {
  const { store, vault } = await start()
  await write(store, 'mer_1', 'a planted marker')
  vault.sealSecret('gfk_planted_secret', 'key_1')
  const disk = Buffer.concat([...(await place.dump())]).toString('latin1')
  expect(disk).not.toContain('planted')
  expect(disk).not.toContain(masterSecret)
  expect(disk).toContain('mer_1')
})

test('another master secret is refused with one sentence, and changes nothing', async () => {
  await start()
  const refused = start('another master secret, also long enough')
  await expect(refused).rejects.toThrow(MasterSecretRefused)
  await expect(refused).rejects.toThrow(/^This master secret does not open this database: .*\.$/)
  await expect(start()).resolves.toBeDefined()
})

test('two processes that start at once on an empty database share their keys', async () => {
  const both = await Promise.all([start(), start()])
  const ids = await Promise.all(both.map(async ({ vault }) => (await vault.storeKeys('mer_1')).digest('content', 'x')))
  expect(ids[0]).toBe(ids[1])
  const shared = await Promise.all(both.map(async ({ vault }) => (await vault.networkKeys()).digest('content', 'x')))
  expect(shared[0]).toBe(shared[1])
})

test('stores, the network and the installation hash apart', async () => {
  const { vault } = await start()
  const all = [
    await vault.storeKeys('mer_1'),
    await vault.storeKeys('mer_2'),
    await vault.networkKeys(),
    vault.installationKeys(),
  ]
  expect(new Set(all.map((keys) => keys.identify(Buffer.alloc(32)))).size).toBe(4)
})

test('destroyed keys destroy the data, here at once and elsewhere once told, and never come back', async () => {
  const here = await start()
  const elsewhere = await start()
  await write(here.store, 'mer_1', 'gone')
  expect(await read(elsewhere.store, 'mer_1')).toBe('gone')

  await here.vault.destroyKeys('mer_1')
  await expect(read(here.store, 'mer_1')).rejects.toThrow(SealingKeyMissing)
  elsewhere.vault.refresh()
  await expect(read(elsewhere.store, 'mer_1')).rejects.toThrow(SealingKeyMissing)
  await expect(write(here.store, 'mer_1', 'anew')).rejects.toThrow(SealingKeyMissing)
  await expect((await start()).vault.storeKeys('mer_1')).rejects.toThrow(SealingKeyMissing)
})

test('other stores keep their keys when changes are announced', async () => {
  const { vault, store } = await start()
  await write(store, 'mer_1', 'kept')
  vault.refresh()
  expect(await read(store, 'mer_1')).toBe('kept')
  expect(vault.prepare('mer_1')).toBeUndefined()
})

test('a signing secret opens where it was sealed for, and nowhere else', async () => {
  const { vault } = await start()
  const sealed = vault.sealSecret('gfk_live_secret', 'api_keys', 'key_1', 'signing')
  expect(sealed).not.toContain('gfk')
  expect(vault.openSecret(sealed, 'api_keys', 'key_1', 'signing')).toBe('gfk_live_secret')
  expect(() => vault.openSecret(sealed, 'api_keys', 'key_2', 'signing')).toThrow(SealBroken)
})

test('nothing is sealed before the vault is unlocked', () => {
  const vault = createVault({ masterSecret })
  const where = { collection: 'letters', id: 'one', merchantId: 'mer_1', mode: 'live' } as const
  expect(() => vault.seal(where, Buffer.from('x'))).toThrow(SealingKeyMissing)
})
