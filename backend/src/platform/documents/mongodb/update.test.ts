import { notes, orders, people, profiles } from '../testing/fixtures.ts'
import { nativeUpdate } from './update.ts'

const isNotNull = { $not: { $type: 10 } }

test('changes become operators, each where its field lies', () => {
  const native = nativeUpdate(notes, {
    set: { topic: 'x', note: { deep: [1] } },
    unset: ['old'],
    inc: { first: 1 },
    max: { last: 5, high: 7 },
  })
  expect(native?.update).toEqual({
    $set: { 'f.topic': 'x', 'b.note': { j: '{"deep":[1]}' } },
    $unset: { 'b.old': '' },
    $inc: { 'f.first': 1, v: 1 },
    $max: { 'f.last': 5, 'b.high': 7 },
  })
  expect(native?.guards).toEqual([{ 'f.first': isNotNull }, { 'f.last': isNotNull }, { 'b.high': isNotNull }])
})

test('an expiry moves as a number and as the date of its index', () => {
  expect(nativeUpdate(notes, { set: { gone_at: 5 } })?.update['$set']).toEqual({ 'f.gone_at': 5, x: new Date(5) })
  expect(nativeUpdate(notes, { max: { gone_at: 5 } })?.update['$max']).toEqual({ 'f.gone_at': 5, x: new Date(5) })
  expect(nativeUpdate(notes, { unset: ['gone_at'] })?.update['$unset']).toEqual({ 'f.gone_at': '', x: '' })
  expect(nativeUpdate(notes, { set: { gone_at: null } })?.update['$unset']).toEqual({ x: '' })
  expect(nativeUpdate(notes, { inc: { gone_at: 5 } })).toBeUndefined()
})

test('a push asks that its event is not there and was not folded away', () => {
  const native = nativeUpdate(profiles, { push: { id: 'e', at: 7, partner: 'p' } })
  expect(native?.update['$push']).toEqual({
    r: { $each: [{ i: 'e', t: 7, c: [null, 'p'] }], $sort: { t: 1, i: 1 }, $slice: -5 },
  })
  expect(native?.guards).toEqual([{ 'r.i': { $ne: 'e' } }, { 'f.folded_to': { $not: { $gte: 7 } } }])
})

test('a fold takes events out and moves the time', () => {
  const native = nativeUpdate(profiles, { fold: { ids: ['a', 'b'], to: 9 } })
  expect(native?.update).toMatchObject({ $pull: { r: { i: { $in: ['a', 'b'] } } }, $max: { 'f.folded_to': 9 } })
})

test('a set is added to by the server only while all of it fits', () => {
  const changes = (values: number[]) => ({ addToSet: { tags: { values, atMost: 4 } } })
  expect(nativeUpdate(notes, changes([1, 2, 3]))?.guards).toEqual([{ 'b.tags.1': { $exists: false } }])
  expect(nativeUpdate(notes, changes([1, 2, 3, 4, 5]))).toBeUndefined()
})

test.each([
  ['a field inside a sealed body', orders, { set: { note: 'x' } }],
  ['a field of a unique index', orders, { set: { claim: 'x' } }],
  ['a unique field of people', people, { unset: ['email_ref'] }],
])('%s is changed by reading and putting back', (_, collection, changes) => {
  expect(nativeUpdate(collection, changes)).toBeUndefined()
})

test('a clear field of a sealed document is changed by the server', () => {
  expect(nativeUpdate(orders, { set: { status: 'scored' } })?.update['$set']).toEqual({ 'f.status': 'scored' })
})
