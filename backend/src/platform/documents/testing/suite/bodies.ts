import fc from 'fast-check'
import type { Collection, Document } from '../../collection.ts'
import { InvalidDocument } from '../../errors.ts'
import type { Bench } from '../bench.ts'
import { canonical } from '../canonical.ts'
import { notes, orders, profiles } from '../fixtures.ts'

const kept: Readonly<Record<string, Record<string, unknown>>> = {
  'unicode of every plane': { text: 'Zoë 😀 \u{1F1E9}\u{1F1EA} ﷽ 日本 \u0000 \u2028 e\u0301', Ключ: 'ключ' },
  'numbers at their limits': { big: Number.MAX_SAFE_INTEGER, least: -1e308, tiny: 5e-324, third: 1 / 3 },
  'null, beside what is missing': { nothing: null, list: [null, 0, '', false] },
  'times as ISO strings and as milliseconds': { iso: '2026-11-20T06:00:00.000Z', ms: 1_795_165_200_000 },
  'keys with $ and .': { deep: { $gt: '', 'a.b': { $set: { 'x.$.y': 1 } } }, '$top.level': { $ne: null } },
  'keys that are prototypes elsewhere': JSON.parse(
    '{"deep":{"__proto__":{"admin":true},"constructor":{"prototype":1}},"toString":"x","__proto__":{"polluted":1}}',
  ) as Record<string, unknown>,
  'empty lists, objects and strings': { list: [], object: {}, text: '' },
  '64 KB': { text: 'ß'.repeat(32_000), list: Array.from({ length: 500 }, (_, at) => at) },
}

const refused: Readonly<Record<string, unknown>> = {
  'a Date': new Date(),
  'undefined in a list': [1, undefined],
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  'a function': () => 1,
  'a BigInt': 10n,
  'a symbol': Symbol('x'),
  'a Map': new Map(),
  bytes: Buffer.from('x'),
  'a number nested deeply': Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 1),
}

const anyLeaf = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

const asDocument = (id: string, values: Record<string, unknown>) => ({ ...values, id }) as Document

export const describeBodies = (bench: Bench): void => {
  describe.each<[string, Collection]>([
    ['sealed', orders],
    ['in clear', notes],
  ])('a document %s comes back as it was:', (_, collection) => {
    test.each(Object.entries(kept))('%s', async (_name, values) => {
      const documents = bench.fresh()
      const document = asDocument('doc_1', values)
      await documents.write({ insert: collection, document })
      const found = await documents.get(collection, 'doc_1')
      expect(canonical(found)).toBe(canonical(document))
      expect(Object.prototype).not.toHaveProperty('polluted')
    })

    test('also after a change of something else', async () => {
      const documents = bench.fresh()
      for (const [name, values] of Object.entries(kept)) {
        const document = asDocument(name, values)
        await documents.write({ insert: collection, document })
        await documents.write({ update: collection, id: name, changes: { set: { added: 1 } } })
        expect(canonical(await documents.get(collection, name))).toBe(canonical({ ...document, added: 1 }))
      }
    })

    test('whatever JSON it is', async () => {
      const documents = bench.fresh()
      let count = 0
      // MongoDB ends a name at its first NUL character, so both engines refuse one.
      const anyName = fc.string({ unit: 'grapheme' }).filter((name) => !name.includes('\0'))
      const { tree: anyBody } = fc.letrec((tie) => ({
        tree: fc.oneof({ maxDepth: 4 }, anyLeaf, fc.array(tie('tree')), fc.dictionary(anyName, tie('tree'))),
      }))
      await fc.assert(
        fc.asyncProperty(anyBody, async (body) => {
          count += 1
          const document = asDocument(`doc_${count}`, { body })
          await documents.write({ insert: collection, document })
          expect(canonical(await documents.get(collection, document.id))).toBe(canonical(document))
        }),
        { numRuns: 50 },
      )
    })
  })

  test('undefined is the same as missing', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', status: undefined, more: undefined } })
    expect(await documents.get(orders, 'o')).toStrictEqual({ id: 'o' })
  })

  test('declared fields keep null apart from missing', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', status: null, at: 0, paid: false } })
    expect(await documents.get(orders, 'o')).toStrictEqual({ id: 'o', status: null, at: 0, paid: false })
    await documents.write({ update: orders, id: 'o', changes: { set: { status: 'new' }, unset: ['at'] } })
    expect(await documents.get(orders, 'o')).toStrictEqual({ id: 'o', status: 'new', paid: false })
    await documents.write({ update: orders, id: 'o', changes: { set: { at: null }, unset: ['status'] } })
    expect(await documents.get(orders, 'o')).toStrictEqual({ id: 'o', at: null, paid: false })
  })

  test.each(Object.entries(refused))('%s is refused, and nothing is written', async (_, value) => {
    const documents = bench.fresh()
    const document = { id: 'o', deep: { value } } as unknown as Document
    await expect(documents.write({ insert: orders, document })).rejects.toThrow(InvalidDocument)
    const changes = { set: { value } } as never
    await expect(documents.write({ update: orders, id: 'o', changes })).rejects.toThrow(InvalidDocument)
    expect(await documents.get(orders, 'o')).toBeUndefined()
  })

  test('declared fields of another type are refused', async () => {
    const documents = bench.fresh()
    for (const wrong of [{ at: '1' }, { status: { $gt: '' } }, { paid: 1 }, { at: [1] }]) {
      await expect(documents.write({ insert: orders, document: { id: 'o', ...wrong } })).rejects.toThrow(
        InvalidDocument,
      )
    }
    await expect(documents.write({ insert: profiles, document: { id: 'p', events: [{ id: 'e' }] } })).rejects.toThrow(
      InvalidDocument,
    )
  })

  test('an id is a string that is not empty', async () => {
    const documents = bench.fresh()
    for (const id of ['', 7, null, { $gt: '' }, ['a']]) {
      const document = { id } as unknown as Document
      await expect(documents.write({ insert: orders, document })).rejects.toThrow(InvalidDocument)
      await expect(documents.get(orders, id as string)).rejects.toThrow(InvalidDocument)
    }
  })
}
