import fc from 'fast-check'
import type { Ring } from '../collection.ts'
import { keepNewest, type RingEvent } from '../ring.ts'
import { foldEvents, isFoldedAway, pushEvent, readRing, writeRing } from './ring-text.ts'

const ring: Ring = { field: 'events', columns: ['id', 'at', 'amount', 'who'], keep: 4, foldedTo: 'folded_to' }

const anyId = fc.string({ unit: fc.constantFrom('a', '"', '\n', '\\', '[', ',', '😀'), minLength: 1, maxLength: 3 })
/** An id always comes with the same event. */
const eventOf = (id: string): RingEvent => ({ id, at: id.length * 7, amount: null, who: id.includes('a') ? id : null })

test('pushed one by one, a ring holds what the newest of all of them are', () => {
  fc.assert(
    fc.property(fc.array(anyId), (ids) => {
      const pushed = ids.reduce<string>((text, id) => pushEvent(ring, text, eventOf(id)), '')
      expect(readRing(ring, pushed)).toEqual(keepNewest(ring, ids.map(eventOf)))
    }),
  )
})

test('a push that is not newer than the last one finds its place', () => {
  const text = writeRing(ring, [eventOf('aaa'), eventOf('a')])
  expect(readRing(ring, pushEvent(ring, text, eventOf('aa'))).map(({ id }) => id)).toEqual(['a', 'aa', 'aaa'])
})

test('what is null at the end of an event takes no room', () => {
  expect(writeRing(ring, [{ id: 'a', at: 1, amount: null, who: null }])).toBe('\n["a",1]')
  expect(readRing(ring, '\n["a",1]')).toEqual([{ id: 'a', at: 1, amount: null, who: null }])
})

test('a fold takes out what it names', () => {
  const text = writeRing(ring, ['a', 'aa', 'aaa'].map(eventOf))
  expect(readRing(ring, foldEvents(ring, text, ['a', 'none']))).toEqual(['aa', 'aaa'].map(eventOf))
  expect(foldEvents(ring, null, ['a'])).toBe('')
})

test.each([
  [6, 7, false],
  [7, 7, true],
  [8, 7, true],
  [null, 7, false],
])('folded to %p, an event of %p is late: %p', (foldedTo, at, late) => {
  expect(isFoldedAway(ring, { id: 'a', at }, foldedTo)).toBe(late)
})
