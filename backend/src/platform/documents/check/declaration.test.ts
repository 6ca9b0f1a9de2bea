import type { Collection } from '../collection.ts'
import { Misuse } from '../errors.ts'
import { everyCollection } from '../testing/fixtures.ts'
import { checkDeclarations } from './declaration.ts'

const valid: Collection = { name: 'things', scope: 'merchant', fields: { at: 'number', folded_to: 'number' } }
const ring = { field: 'events', columns: ['id', 'at'], keep: 4, foldedTo: 'folded_to' } as const

test('what is declared well passes', () => {
  expect(() => checkDeclarations([valid, ...everyCollection])).not.toThrow()
})

test.each<[string, Partial<Collection>]>([
  ['a name that is no plain name', { name: 'things"; DROP TABLE x' }],
  ['a field that is no plain name', { fields: { 'a.b': 'string' } }],
  ['a field of the engine', { fields: { tenant: 'string' } }],
  ['an index on what is not declared', { indexes: [{ fields: ['nothing'] }] }],
  ['an index on nothing', { indexes: [{ fields: [] }] }],
  ['an expiry that is not a number', { expires: 'nothing' }],
  ['append-only with an expiry', { appendOnly: true, expires: 'at' }],
  ['a sealed network', { scope: 'network', sealed: true }],
  ['a sealed ring', { sealed: true, ring }],
  ['a ring folded to an undeclared field', { fields: {}, ring }],
  ['a ring among the fields', { ring: { ...ring, field: 'at' } }],
  ['a ring that keeps nothing', { ring: { ...ring, keep: 0 } }],
])('refused: %s', (_, wrong) => {
  expect(() => checkDeclarations([{ ...valid, ...wrong }])).toThrow(Misuse)
})

test('refused: declared twice', () => {
  expect(() => checkDeclarations([valid, valid])).toThrow('declared twice')
})
