import fc from 'fast-check'
import { simultaneousMs } from './own-order.ts'
import { profileWindows, windowMs, windows, type Window } from './profile-windows.ts'
import { days, eventAgo, hours, minutes, now, profileOf } from './testing/contexts.ts'

const own = { now, orderRef: 'own', partners: { email: 'mine' } }
const over = (...args: Parameters<typeof profileOf>) => profileWindows(profileOf(...args), own)

test.each([
  ['5m', 1],
  ['1h', 2],
  ['24h', 3],
  ['7d', 4],
  ['30d', 5],
] as const)('an order belongs to each window that reaches it: %s', (window, orders) => {
  const ages = [4 * minutes, 59 * minutes, 23 * hours, 6 * days, 29 * days, 31 * days]
  expect(over(ages.map((ago) => eventAgo(ago))).orders(window)).toBe(orders)
})

test('a window is open at its start', () => {
  expect(over([eventAgo(hours)]).orders('1h')).toBe(0)
  expect(over([eventAgo(hours - 1)]).orders('1h')).toBe(1)
})

test('attempts of one order are one order, and those of this order none', () => {
  const events = [eventAgo(3, { orderRef: 'x' }), eventAgo(2, { orderRef: 'x' }), eventAgo(1, { orderRef: 'own' })]
  expect(over(events).orders('5m')).toBe(1)
})

test('a simultaneous order counts although its receipt was later, the future does not', () => {
  expect(over([eventAgo(-simultaneousMs)]).orders('5m')).toBe(1)
  expect(over([eventAgo(-simultaneousMs - 1)]).orders('5m')).toBe(0)
})

test('partners are counted once, with the one of this order', () => {
  const by = (email?: string) => eventAgo(minutes, email === undefined ? {} : { partners: { email } })
  expect(over([by('a'), by('b'), by('a'), by()]).distinct('email', '1h')).toBe(3)
  expect(over([by('mine')]).distinct('email', '1h')).toBe(1)
  expect(over([by('a')]).distinct('card', '1h')).toBe(0)
})

test('refusals and sums look at their own kind of event', () => {
  const events = [
    eventAgo(1, { refused: true, amount: 300 }),
    eventAgo(2, { amount: 200 }),
    eventAgo(3, { currency: 'USD' }),
  ]
  expect(over(events).refused('1h')).toBe(1)
  expect(over(events).sum('EUR', '1h')).toBe(500)
})

test('orders that had time to be complained about', () => {
  const events = [eventAgo(40 * days), eventAgo(35 * days, { refused: true }), eventAgo(days)]
  expect(over(events).olderThan(30 * days)).toBe(1)
  expect(over(events, { foldedOrders: 5, foldedTo: now - 45 * days }).olderThan(30 * days)).toBe(6)
})

test('what was folded lately is only as old as its day buckets say', () => {
  const parts = { foldedOrders: 5, foldedTo: now - days }
  expect(over([], parts).olderThan(30 * days)).toBe(0)
  const foldedDays = [
    [now - 40 * days, 3],
    [now - 2 * days, 2],
  ] as const
  expect(over([], { ...parts, foldedDays }).olderThan(30 * days)).toBe(3)
})

test('first and last sight', () => {
  expect(over([])).toMatchObject({ daysKnown: 0, lastSeenAt: null })
  expect(over([eventAgo(36 * hours), eventAgo(minutes)])).toMatchObject({ daysKnown: 2, lastSeenAt: now - minutes })
  expect(over([], { foldedOrders: 9, firstSeenAt: now - 100 * days })).toMatchObject({ daysKnown: 100 })
})

test('a profile that was opened by this very order is unknown', () => {
  expect(over([eventAgo(0, { orderRef: 'own' })], { firstSeenAt: now }).daysKnown).toBe(0)
})

describe('a ring that overflowed', () => {
  const full = profileOf(
    [...Array(256).keys()].map((n) => eventAgo((n + 1) * minutes)),
    { full: true },
  )
  const windowed = profileWindows(full, own)

  test('says so where the window is longer than its memory', () => {
    expect(windowed.orders('24h')).toBe(256)
    expect(windows.map(windowed.isLowerBound)).toEqual([false, false, true, true, true])
  })

  test('falls back to whole days that were folded away', () => {
    const foldedDays = [
      [now - 8 * days, 40],
      [now - 6 * days, 20],
      [now - 2 * days, 10],
    ] as const
    const events = [...Array(64).keys()].map((n) => eventAgo((n + 1) * minutes))
    const compacted = over(events, { foldedOrders: 70, foldedTo: now - 65 * minutes, foldedDays })
    expect(compacted.orders('7d')).toBe(94)
    expect(compacted.orders('1h')).toBe(59)
    expect(compacted.isLowerBound('24h')).toBe(true)
  })

  test('never counts beyond what it can hold', () => {
    const parts = { foldedOrders: 9_000, foldedTo: now - days, foldedDays: [[now - 2 * days, 9_000]] } as const
    expect(over([eventAgo(1)], parts).orders('7d')).toBe(256)
  })
})

const anyEvents = fc.array(
  fc.record({ ago: fc.integer({ min: 0, max: 40 * days }), email: fc.constantFrom('a', 'b', 'c', 'mine') }),
  { maxLength: 80 },
)

test('counting is what a plain filter would count, in every window', () => {
  fc.assert(
    fc.property(anyEvents, fc.constantFrom<Window>(...windows), (list, window) => {
      const events = list.map(({ ago, email }) => eventAgo(ago, { partners: { email } }))
      const inside = list.filter(({ ago }) => ago < windowMs[window])
      expect(over(events).orders(window)).toBe(inside.length)
      expect(over(events).distinct('email', window)).toBe(new Set(['mine', ...inside.map(({ email }) => email)]).size)
    }),
  )
})

test('a longer window never holds less', () => {
  fc.assert(
    fc.property(anyEvents, (list) => {
      const { orders } = over(list.map(({ ago }) => eventAgo(ago)))
      const counts = windows.map(orders)
      expect(counts).toEqual([...counts].sort((a, b) => a - b))
    }),
  )
})
