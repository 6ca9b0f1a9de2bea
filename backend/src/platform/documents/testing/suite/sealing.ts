import { horizonMs, type Bench } from '../bench.ts'
import { entries, everyCollection, notes, orders, people } from '../fixtures.ts'
import { SealingKeyMissing, type Sealer } from '../../sealer.ts'
import { createRandomKeySealer } from '../random-key-sealer.ts'

export const describeSealing = (bench: Bench): void => {
  test('nothing that was put into a sealed body can be found in what lies on disk', async () => {
    const documents = bench.fresh()
    const [inserted, nested, named] = ['marker-inserted-', 'marker-nested-', 'marker-named-'] as const
    const [changed, upserted, removed] = ['marker-changed-', 'marker-upserted-', 'marker-removed-'] as const
    const person = 'marker-person-'
    const create = { id: 'u', text: upserted }
    const document = { id: 'o', text: inserted, deep: [{ nested, [named]: 1 }] }
    await documents.write({ insert: orders, document })
    await documents.write({ update: orders, id: 'o', changes: { set: { text: changed }, inc: { at: 1 } } })
    await documents.write({ upsert: orders, id: 'u', create, changes: { set: { more: upserted } } })
    await documents.write({ insert: orders, document: { id: 'r', text: removed } }, [
      { insert: notes, document: { id: 'n', text: 'clear-marker' } },
    ])
    await documents.write({ remove: orders, id: 'r' })
    const id = bench.newMerchant()
    await bench
      .store()
      .operator()
      .write({ insert: people, document: { id, name: person } })
    const lying = Buffer.concat(await bench.place().dump())
    // What is in clear by declaration is found: the search itself works.
    expect(lying.includes('clear-marker')).toBe(true)
    for (const marker of [inserted, nested, named, changed, upserted, removed, person])
      expect(lying.includes(marker)).toBe(false)
    expect(await documents.get(orders, 'o')).toMatchObject({ text: changed, deep: [{ nested }] })
  })

  test('without the key a sealed body does not open, and with another one neither', async () => {
    const merchant = bench.newMerchant()
    await bench
      .store()
      .forMerchant(merchant, 'live')
      .write({ insert: orders, document: { id: 'o', at: 1, text: 'x' } })
    const other = await bench.place().open({
      collections: everyCollection,
      sealer: createRandomKeySealer(),
      clock: bench.now,
      sweepMs: horizonMs,
      onLatePush: () => undefined,
      probe: () => undefined,
    })
    try {
      await expect(other.forMerchant(merchant, 'live').get(orders, 'o')).rejects.toThrow()
      expect(await other.forMerchant(merchant, 'live').count(orders, { at: 1 })).toBe(1)
    } finally {
      await other.close()
    }
  })

  test('a walk over all merchants leaves out the one whose key was destroyed, and says so', async () => {
    const [gone, standing] = [bench.newMerchant(), bench.newMerchant()]
    const status = bench.newMerchant()
    const told: string[] = []
    const key = Buffer.alloc(32, 7)
    const open = (sealer: Sealer) =>
      bench.place().open({
        ...{ collections: everyCollection, sealer, clock: bench.now, sweepMs: horizonMs },
        ...{ onLatePush: () => undefined, probe: () => undefined },
        onKeyMissing: (collection, merchantId) => told.push(`${collection} ${merchantId}`),
      })
    const whole = createRandomKeySealer(() => key)
    const store = await open(whole)
    for (const merchant of [gone, standing]) {
      await store.forMerchant(merchant, 'live').write({ insert: orders, document: { id: 'o', status, at: 1 } })
    }
    await store.close()
    const missing = new SealingKeyMissing(gone)
    const prepare: Sealer['prepare'] = (id) => (id === gone ? Promise.reject(missing) : whole.prepare(id))
    const after = await open({ ...whole, prepare })
    try {
      const { items } = await after.acrossMerchants('test', orders, { status }, { limit: 10 })
      expect(items.map(({ merchantId }) => merchantId)).toEqual([standing])
      expect(told).toContain(`${orders.name} ${gone}`)
    } finally {
      await after.close()
    }
  })

  test('append-only documents are guarded by the database itself', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: entries, document: { id: 'e', at: 1, text: 'first' } })
    await documents.write({ insert: notes, document: { id: 'n' } }, [
      { insert: entries, document: { id: 'e', at: 1, text: 'second' } },
    ])
    await expect(documents.write({ insert: entries, document: { id: 'e', at: 2 } })).rejects.toMatchObject({
      reason: 'exists',
    })
    const { tamper } = bench.place()
    for (const act of ['update', 'delete', 'replace'] as const) {
      if (tamper) await expect(tamper('entries', act)).rejects.toThrow()
    }
    expect(await documents.get(entries, 'e')).toEqual({ id: 'e', at: 1, text: 'first' })
  })

  test('the state of the engine is told', async () => {
    expect(await bench.store().status()).toMatchObject({ state: 'ok', version: expect.stringMatching(/^\d+\./) })
  })
}
