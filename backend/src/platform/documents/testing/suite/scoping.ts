import fc from 'fast-check'
import type { Document } from '../../collection.ts'
import { Misuse } from '../../errors.ts'
import type { Documents, Mode } from '../../port.ts'
import type { Bench } from '../bench.ts'
import { entries, notes, orders, people, profiles, signals } from '../fixtures.ts'

type Act = 'insert' | 'update' | 'remove' | 'push' | 'touch' | 'drop'
interface Step {
  readonly scope: number
  readonly act: Act
  readonly id: string
  readonly value: string
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  scope: fc.nat({ max: 3 }),
  act: fc.constantFrom<Act>('insert', 'update', 'remove', 'push', 'touch', 'drop'),
  id: fc.constantFrom('x', 'y'),
  value: fc.constantFrom('red', 'blue'),
})

const write = (documents: Documents, { act, id, value }: Step): Promise<void> => {
  const changes = { set: { status: value, secret: value } }
  if (act === 'insert') return documents.write({ insert: orders, document: { id, status: value, claim: value } })
  if (act === 'update') return documents.write({ update: orders, id, changes })
  if (act === 'remove') return documents.write({ remove: orders, id })
  const head = { upsert: orders, id: 'head', create: { id: 'head' }, changes: { inc: { writes: 1 } } } as const
  if (act === 'drop') return documents.write(head, [{ remove: notes, id }])
  if (act === 'push') {
    return documents.write(head, [{ touch: profiles, id, changes: { push: { id: value, at: 1, partner: value } } }])
  }
  return documents.write(head, [
    { touch: notes, id, changes: { addToSet: { tags: { values: [value], atMost: 9 } } } },
    { insert: entries, document: { id: `${id}-${value}`, at: 1 } },
  ])
}

/** All that can be seen from one scope, by every way of looking. */
const viewOf = async (documents: Documents): Promise<string> => {
  const page = (found: { readonly items: readonly Document[] }) => found.items
  const seen = [
    await documents.getMany(orders, ['x', 'y']),
    await documents.getMany(notes, ['x', 'y']),
    await documents.getMany(profiles, ['x', 'y']),
    page(await documents.find(orders, {}, { limit: 50 })),
    page(await documents.find(orders, { status: { in: ['red', 'blue'] } }, { limit: 50 })),
    page(await documents.find(notes, {}, { limit: 50, scan: true })),
    page(await documents.find(profiles, {}, { limit: 50, scan: true })),
    page(await documents.find(entries, { at: 1 }, { limit: 50 })),
    await documents.count(orders, {}),
    await documents.count(orders, { status: 'red' }),
  ]
  return JSON.stringify(seen)
}

export const describeScoping = (bench: Bench): void => {
  const doors = (): Documents[] => {
    const [one, other] = [bench.newMerchant(), bench.newMerchant()]
    const modes: Mode[] = ['test', 'live']
    return [one, other].flatMap((merchant) => modes.map((mode) => bench.store().forMerchant(merchant, mode)))
  }

  test('whatever merchants and modes do, none sees or disturbs the rows of another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 14 }), async (steps) => {
        const together = doors()
        const outcomes = new Map<Step, string>()
        for (const step of steps) {
          const documents = together[step.scope]
          const before = await Promise.all(together.map(viewOf))
          if (documents) outcomes.set(step, await write(documents, step).then(() => 'done', String))
          const after = await Promise.all(together.map(viewOf))
          for (const at of [0, 1, 2, 3]) if (at !== step.scope) expect(after[at]).toBe(before[at])
        }
        // Alone, each scope goes through the same: same answers, same rows.
        const apart = doors()
        for (const at of [0, 1, 2, 3]) {
          const [alone, among] = [apart[at], together[at]]
          if (!alone || !among) continue
          for (const step of steps.filter(({ scope }) => scope === at)) {
            expect(await write(alone, step).then(() => 'done', String)).toBe(outcomes.get(step))
          }
          expect(await viewOf(alone)).toBe(await viewOf(among))
        }
      }),
      { numRuns: 15 },
    )
  })

  test("a cursor of another merchant only ever finds one's own rows", async () => {
    const [one, other] = [bench.fresh(), bench.fresh()]
    await Promise.all(['a', 'b', 'c'].map((id) => one.write({ insert: orders, document: { id, of: 'one' } })))
    await Promise.all(['a', 'b', 'c'].map((id) => other.write({ insert: orders, document: { id, of: 'other' } })))
    const { next } = await one.find(orders, {}, { limit: 1 })
    const page = await other.find(orders, {}, { limit: 9, after: next ?? '' })
    expect(page.items).toEqual(['b', 'a'].map((id) => ({ id, of: 'other' })))
  })

  test('merchants whose names contain one another are different merchants', async () => {
    const name = bench.newMerchant()
    const names = [name, `${name}/test`, `${name}:test`, `${name}\0`, `test/${name}`, name.toUpperCase(), `${name}%`]
    const everyDoor = names.flatMap((merchant) => [
      bench.store().forMerchant(merchant, 'test'),
      bench.store().forMerchant(merchant, 'live'),
    ])
    await Promise.all(everyDoor.map((door, at) => door.write({ insert: notes, document: { id: 'n', at } })))
    for (const [at, door] of everyDoor.entries()) expect(await door.get(notes, 'n')).toEqual({ id: 'n', at })
  })

  test('each collection opens by its own door only', async () => {
    const [merchant, operator, network] = [bench.fresh(), bench.store().operator(), bench.store().network()]
    for (const [documents, foreign] of [
      [merchant, people],
      [merchant, signals],
      [operator, orders],
      [operator, signals],
      [network, orders],
      [network, people],
    ] as const) {
      await expect(documents.get(foreign, 'x')).rejects.toThrow(Misuse)
      await expect(documents.find(foreign, {}, { limit: 1, scan: true })).rejects.toThrow(Misuse)
      await expect(documents.count(foreign, {})).rejects.toThrow(Misuse)
      await expect(documents.write({ insert: foreign, document: { id: 'x' } })).rejects.toThrow(Misuse)
      const head = { insert: notes, document: { id: 'n' } }
      if (documents === merchant) {
        await expect(documents.write(head, [{ touch: foreign, id: 'x', changes: {} }])).rejects.toThrow(Misuse)
      }
    }
    await expect(bench.store().acrossMerchants('test', people, {}, { limit: 1, scan: true })).rejects.toThrow(Misuse)
  })

  test('documents of the installation and of the network are shared by all', async () => {
    const id = bench.newMerchant()
    await bench
      .store()
      .operator()
      .write({ insert: people, document: { id, email_ref: id, name: 'Jo' } })
    await bench
      .store()
      .network()
      .write({ insert: signals, document: { id, seen: 1 } })
    expect(await bench.store().operator().get(people, id)).toEqual({ id, email_ref: id, name: 'Jo' })
    expect((await bench.store().operator().find(people, { email_ref: id }, { limit: 2 })).items).toHaveLength(1)
    expect(await bench.store().network().get(signals, id)).toEqual({ id, seen: 1 })
  })

  test("a worker walks every merchant's rows, page by page, each once and with its owner", async () => {
    const status = bench.newMerchant()
    const expected: string[] = []
    for (const merchant of [1, 2, 3].map(bench.newMerchant)) {
      for (const mode of ['test', 'live'] as const) {
        const documents = bench.store().forMerchant(merchant, mode)
        for (const at of [1, 2]) {
          expected.push(`${merchant} ${mode} o${at}`)
          await documents.write({ insert: orders, document: { id: `o${at}`, status, at, secret: mode } })
        }
      }
    }
    const sort = { field: 'at', direction: 'asc' } as const
    for (const limit of [1, 2, 3, 50]) {
      const met: string[] = []
      let after: string | null = null
      do {
        const options = { sort, limit, ...(after === null ? {} : { after }) }
        const page: Awaited<ReturnType<typeof across>> = await across(status, options)
        met.push(...page.items.map(({ merchantId, mode, document }) => `${merchantId} ${mode} ${document.id}`))
        for (const { mode, document } of page.items) expect(document['secret']).toBe(mode)
        after = page.next
      } while (after !== null)
      expect(met.sort()).toEqual([...expected].sort())
    }
  })
  const across = (status: string, options: Parameters<Documents['find']>[2]) =>
    bench.store().acrossMerchants('test', orders, { status }, options)
}
