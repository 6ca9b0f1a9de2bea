import { openTestHouse, newKey, type TestHouse } from '../../testing/house.ts'
import type { Mode } from '../documents/port.ts'
import { claimLeaseMs, createIdempotency } from './idempotency.ts'
import { StoredReply } from './route.ts'

let house: TestHouse
let merchantId: string
let now = Date.now()
beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  merchantId = (await house.createMerchant()).merchantId
})
afterAll(() => house.remove())

/** A server of its own on the same database. */
const server = (processId: string) => {
  const { documents, vault } = house.foundation
  return createIdempotency({ documents, clock: () => now, processId, storeKeys: (id) => vault.storeKeys(id) })
}
const mode: Mode = 'test'
const callWith = (key: string) => ({
  caller: { kind: 'secret-key', merchantId, mode, keyId: 'key_1' } as const,
  ...{ method: 'POST', path: '/v1/things', key, rawBody: Buffer.from('{}') },
})

/** Work that ends when it is told how. */
const pending = () => {
  const way: { end: (reply: StoredReply) => void; fail: (error: Error) => void } = {
    end: () => undefined,
    fail: () => undefined,
  }
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const work = () => {
    begin()
    return new Promise<StoredReply>((resolve, reject) => Object.assign(way, { end: resolve, fail: reject }))
  }
  return {
    work,
    begun,
    end: (json: string) => way.end(new StoredReply(json)),
    fail: () => way.fail(new Error('gone wrong')),
  }
}

test.each(['fails', 'answers'] as const)(
  'a slow server that %s late leaves the claim of the one that took over',
  async (how) => {
    const call = callWith(newKey())
    const [slow, quick] = [pending(), pending()]
    const first = server('slow')(call, slow.work).catch((error: unknown) => error)
    await slow.begun
    now += claimLeaseMs + 1
    const second = server('quick')(call, quick.work)
    await quick.begun
    if (how === 'fails') slow.fail()
    else slow.end('{"by":"slow"}')
    await first
    await expect(server('third')(call, pending().work)).rejects.toMatchObject({ code: 'idempotency_in_progress' })
    quick.end('{"by":"quick"}')
    await second
    expect((await server('third')(call, pending().work)).json).toBe('{"by":"quick"}')
  },
)

test('work that fails in time frees its own claim', async () => {
  const call = callWith(newKey())
  const failing = pending()
  const first = server('one')(call, failing.work)
  await failing.begun
  failing.fail()
  await expect(first).rejects.toThrow('gone wrong')
  const again = pending()
  const second = server('two')(call, again.work)
  await again.begun
  again.end('{"done":true}')
  expect((await second).json).toBe('{"done":true}')
})
