import { chipsOf, mayMatch, ordersCall, readFilters } from './filters.ts'

const none = readFilters({})
const now = Date.parse('2026-11-20T14:32:41Z')

test('what the address does not know is left out', () => {
  const filters = readFilters({ level: 'high,__proto__,critical', decision: 'block', placed: 'constructor' })
  expect(filters).toMatchObject({ levels: ['critical', 'high'], decisions: [], period: null })
})

test('no filter asks for everything', () => expect(ordersCall(none, now, undefined)).toBe('orders?limit=50'))

test('filters become the words of the call, the window cut to the minute', () => {
  const call = ordersCall(readFilters({ level: 'high', placed: '24h', ref: 'email:ab' }), now, 'next')
  expect(Object.fromEntries(new URLSearchParams(call.split('?')[1]))).toEqual({
    limit: '50',
    risk_level: 'high',
    ref: 'email:ab',
    from: '2026-11-19T14:32:00.000Z',
    after: 'next',
  })
})

test('each filter is a chip that can be taken away by itself', () => {
  const chips = chipsOf(readFilters({ level: 'high,low', ref: 'email:ab' }), () => 'j***@e***.com')
  expect(chips.map(({ key, text }) => `${key} ${text}`)).toEqual(['Level high, low', 'Person j***@e***.com'])
  expect(Object.keys(chips[1]?.without ?? {})).toEqual(['ref'])
})

test.each([
  [{}, true],
  [{ level: 'high,critical' }, true],
  [{ level: 'low' }, false],
  [{ decision: 'approve' }, false],
  [{ order: '1001', placed: '1h' }, true],
  [{ order: '1002' }, false],
  [{ ref: 'email:ab' }, false],
])('with %j a new order is announced: %s', (query, announced) =>
  expect(mayMatch(readFilters(query), { risk_level: 'high', decision: 'review', order_id: '1001' })).toBe(announced),
)
