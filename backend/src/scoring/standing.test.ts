import fc from 'fast-check'
import { dayMs, isFraudReason, saysOfEvent, saysOfLabel, standingAt, type Fact, type Says } from './standing.ts'

const receivedAt = Date.UTC(2026, 0, 1)
const order = { receivedAt, declined: false, cod: false }
const due = receivedAt + 60 * dayMs
const at = (days: number) => receivedAt + days * dayMs
const fact = (days: number, says: Says): Fact => ({ at: at(days), says })
const after = (facts: readonly Fact[], days = 90, more = {}) => standingAt({ ...order, ...more }, facts, at(days), 60)

test('silence is good from its instant, and not a second or a millisecond earlier', () => {
  expect(standingAt(order, [], due - 1_000, 60)).toMatchObject({ outcome: 'pending', because: 'waiting', goodAt: due })
  expect(standingAt(order, [], due - 1, 60)).toMatchObject({ outcome: 'pending', fraud: null, knownAt: null })
  expect(standingAt(order, [], due, 60)).toMatchObject({
    outcome: 'good',
    because: 'silence',
    fraud: 'good',
    knownAt: due,
  })
})

test.each<[string, Says, object]>([
  ['fraud', 'bad', { outcome: 'bad', because: 'label', knownAt: at(3) }],
  ['not fraud', 'good', { outcome: 'good', because: 'label', knownAt: at(3) }],
  ['a suspicion', 'held', { outcome: 'unknown', because: 'label' }],
  ['a refused delivery of a paid order', 'refused', { outcome: 'unknown', because: 'label', refused: true }],
  ['a cancellation', 'cancelled', { outcome: 'unknown', because: 'cancelled' }],
  ['a review that declined', 'declined', { outcome: 'unknown', because: 'declined' }],
  ['a refused payment', 'unpaid', { outcome: 'unknown', because: 'cancelled' }],
  ['a return', 'returned', { outcome: 'good', because: 'silence', returned: true }],
])('%s', (_, says, standing) => {
  expect(after([fact(3, says)])).toMatchObject(standing)
})

test('nothing is known before it was', () => {
  expect(after([fact(10, 'bad')], 9)).toMatchObject({ outcome: 'pending', fraud: null })
  expect(after([fact(10, 'bad')], 10)).toMatchObject({ outcome: 'bad' })
})

test('what is told later corrects, a suspicion corrects nothing, and a withdrawal lets silence count again', () => {
  expect(after([fact(1, 'bad'), fact(2, 'good')])).toMatchObject({ outcome: 'good', because: 'label' })
  expect(after([fact(1, 'good'), fact(2, 'bad')])).toMatchObject({ outcome: 'bad' })
  expect(after([fact(1, 'bad'), fact(2, 'held')])).toMatchObject({ outcome: 'bad', knownAt: at(1) })
  expect(after([fact(1, 'bad'), fact(2, 'withdrawn')], 30)).toMatchObject({ outcome: 'pending', goodAt: due })
  expect(after([fact(1, 'bad'), fact(70, 'withdrawn')])).toMatchObject({ outcome: 'good', knownAt: at(70) })
})

test('facts count by when they became known, not by when they arrived', () => {
  expect(after([fact(9, 'good'), fact(5, 'bad')])).toMatchObject({ outcome: 'good' })
})

test('a declined order is neither good nor bad until somebody says so', () => {
  expect(after([], 90, { declined: true })).toMatchObject({ outcome: 'unknown', because: 'declined', goodAt: null })
  expect(after([fact(3, 'bad')], 90, { declined: true })).toMatchObject({ outcome: 'bad', declined: true })
  expect(after([fact(3, 'approved')], 90, { declined: true })).toMatchObject({ outcome: 'good', declined: false })
})

test('a payment that succeeds after all is an order again', () => {
  expect(after([fact(1, 'unpaid'), fact(2, 'paid')])).toMatchObject({ outcome: 'good', because: 'silence' })
})

test('cash on delivery asks whether the parcel was taken', () => {
  const cod = { cod: true }
  expect(after([fact(3, 'refused')], 90, cod)).toMatchObject({ outcome: 'bad', fraud: null, knownAt: at(3) })
  expect(after([fact(2, 'good'), fact(3, 'refused')], 90, cod)).toMatchObject({ outcome: 'bad', fraud: 'good' })
  expect(after([], 90, cod)).toMatchObject({ outcome: 'good' })
})

test.each([
  ['10.4', true],
  ['4837', true],
  ['fraudulent', true],
  ['Unauthorised', true],
  ['UA02', true],
  ['13.1', false],
  ['4853', false],
  ['product_not_received', false],
  ['not_fraudulent', false],
  [null, false],
])('reason code %s means fraud: %s', (code, isFraud) => {
  expect(isFraudReason(code)).toBe(isFraud)
  expect(saysOfLabel('chargeback', code)).toBe(isFraud ? 'bad' : 'held')
})

test('labels and events say what the documentation says', () => {
  expect(saysOfLabel('not_fraud', null)).toBe('good')
  expect(saysOfLabel('fraud', null)).toBe('bad')
  expect(saysOfLabel('clear', null)).toBe('withdrawn')
  expect([saysOfEvent('shipped'), saysOfEvent('refused')]).toEqual([undefined, 'unpaid'])
})

const anySays = fc.constantFrom<Says>(
  ...(['bad', 'good', 'refused', 'held', 'withdrawn', 'paid', 'unpaid', 'cancelled', 'returned', 'declined'] as const),
)
const someFacts = fc.uniqueArray(fc.record({ days: fc.integer({ min: 0, max: 200 }), says: anySays }), {
  selector: ({ days }) => days,
})

test('law: the order of arrival changes nothing, and what comes later changes no earlier answer', () => {
  fc.assert(
    fc.property(someFacts, fc.integer({ min: 0, max: 200 }), (told, days) => {
      const facts = told.map((one) => fact(one.days, one.says))
      expect(after([...facts].reverse(), days)).toEqual(after(facts, days))
      expect(
        after(
          facts.filter((one) => one.at <= at(days)),
          days,
        ),
      ).toEqual(after(facts, days))
    }),
  )
})

test('law: an outcome is known from the time it names', () => {
  fc.assert(
    fc.property(someFacts, (told) => {
      const facts = told.map((one) => fact(one.days, one.says))
      const { knownAt, outcome } = after(facts, 200)
      if (knownAt === null) return
      expect(standingAt(order, facts, knownAt, 60).outcome).toBe(outcome)
    }),
  )
})
