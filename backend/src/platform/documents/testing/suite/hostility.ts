import type { Document } from '../../collection.ts'
import { InvalidDocument, InvalidQuery } from '../../errors.ts'
import type { Changes, Where } from '../../port.ts'
import type { Bench } from '../bench.ts'
import { notes, orders } from '../fixtures.ts'

const hostileText = [
  `' OR '1'='1`,
  `"; DROP TABLE orders; --`,
  `\\'); DELETE FROM orders; --`,
  '$where',
  '{"$gt":""}',
  '__proto__',
  'a\0b',
  '%',
  '*',
  '../../etc/passwd',
  'x'.repeat(500),
]

const hostileConditions: unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $in: ['x'] },
  { gt: { $gt: '' } },
  { in: [{ $gt: '' }] },
  { in: 'x' },
  { in: ['x'], gt: '' },
  { eq: 'x' },
  {},
  [],
  ['x'],
  [['x']],
  7,
  true,
  Number.NaN,
  undefined,
  () => true,
  JSON.parse('{"__proto__":{"gt":""}}') as unknown,
]

const hostileNames = [
  '$where',
  '$or',
  'status" = "status" OR "1',
  'body',
  'tenant',
  'merchant',
  'removed_at',
  'rowid',
  '_id',
  '__proto__',
  'constructor',
  'status.x',
  'nothing',
  '',
]

const named = (name: string, value: unknown): Record<string, unknown> =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as Record<string, unknown>

export const describeHostility = (bench: Bench): void => {
  test.each(hostileText)('%j is a value like any other', async (text) => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'other', status: 'x' } })
    await documents.write({ insert: orders, document: { id: text, status: text, claim: text, text } })
    expect(await documents.get(orders, text)).toEqual({ id: text, status: text, claim: text, text })
    expect((await documents.find(orders, { status: text }, { limit: 9 })).items).toHaveLength(1)
    expect((await documents.find(orders, { claim: { gte: text, lte: text } }, { limit: 9 })).items).toHaveLength(1)
    await documents.write({ update: orders, id: text, changes: { set: { status: 'x' } }, expect: { claim: text } })
    expect(await documents.count(orders, { status: 'x' })).toBe(2)
    await documents.write({ remove: orders, id: text })
    expect(await documents.count(orders, {})).toBe(1)
  })

  test.each(hostileConditions.map((condition) => [condition]))('the condition %p is refused', async (condition) => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', status: 'new' } })
    const where = { status: condition } as Where
    await expect(documents.find(orders, where, { limit: 9 })).rejects.toThrow(InvalidQuery)
    await expect(documents.count(orders, where)).rejects.toThrow(InvalidQuery)
    const write = documents.write({ update: orders, id: 'o', changes: { set: { status: 'hit' } }, expect: where })
    await expect(write).rejects.toThrow(InvalidQuery)
    expect(await documents.get(orders, 'o')).toEqual({ id: 'o', status: 'new' })
  })

  test.each(hostileNames)('the name %j is no field to ask for', async (name) => {
    const documents = bench.fresh()
    const where = named(name, 'x') as Where
    await expect(documents.find(orders, where, { limit: 9, scan: true })).rejects.toThrow(InvalidQuery)
    const sort = { field: name, direction: 'asc' } as const
    await expect(documents.find(orders, {}, { limit: 9, sort })).rejects.toThrow(InvalidQuery)
  })

  test.each(hostileNames.filter((name) => !/^[a-z_]+$/.test(name) || name.startsWith('_')))(
    'the name %j is no field to change',
    async (name) => {
      const documents = bench.fresh()
      await documents.write({ insert: notes, document: { id: 'n' } })
      for (const operator of ['set', 'inc', 'min', 'max'] as const) {
        const changes = { [operator]: named(name, 1) } as Changes
        await expect(documents.write({ update: notes, id: 'n', changes })).rejects.toThrow(InvalidDocument)
      }
      await expect(documents.write({ update: notes, id: 'n', changes: { unset: [name] } })).rejects.toThrow(
        InvalidDocument,
      )
    },
  )

  test('names of the engine are free for bodies', async () => {
    const documents = bench.fresh()
    const document: Document = {
      id: 'n',
      key: 1,
      tenant: 2,
      body: 3,
      removed_at: 4,
      merchant: 5,
      mode: 6,
      constructor: 7,
    }
    await documents.write({ insert: notes, document })
    const changes = { inc: { body: 1, constructor: 1, tenant: 1, valueof: 1 }, set: { mode: 'x' }, unset: ['key'] }
    await documents.write({ update: notes, id: 'n', changes })
    const changed = { id: 'n', tenant: 3, body: 4, removed_at: 4, merchant: 5, mode: 'x', constructor: 8, valueof: 1 }
    expect(await documents.get(notes, 'n')).toEqual(changed)
  })
}
