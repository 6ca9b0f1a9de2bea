import fc from 'fast-check'
import { AppError } from '../../../platform/app-error.ts'
import { parseRequest } from './parse-request.ts'

const now = Date.parse('2026-11-20T06:00:00Z')
const order = { id: '1001', amount: 12999, currency: 'EUR' }

const refusal = (body: unknown): AppError => {
  try {
    parseRequest(body, now)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('accepted')
}

test('three fields are enough', () => {
  expect(parseRequest({ order }, now)).toEqual({ request: { order }, warnings: [] })
})

test('the published example passes without a warning', () => {
  const body = {
    session_id: 'ses_01J',
    event: { type: 'purchase', time: '2026-11-20T06:00:00Z' },
    order,
    account: { id: 'c_77', created_at: '2026-03-01T00:00:00Z' },
    email: { address: 'jo@example.com' },
    billing: {
      name: 'Jo Doe',
      phone: '+4915112345678',
      address: 'Ring 1',
      city: 'Bonn',
      postal: '53111',
      country: 'DE',
    },
    shipping: { name: 'Jo', address: 'Ring 1', city: 'Bonn', postal: '53111', country: 'DE', method: 'express' },
    payment: {
      method: 'card',
      token: 'pm_9f',
      bin: '411111',
      avs: 'Y',
      cvc: 'M',
      three_d_secure: 'authenticated',
      authorized: true,
      decline_code: null,
    },
    shopping_cart: [{ item_id: 'sku-1', category: 'electronics', quantity: 1, price: 12999 }],
    device: { ip: '203.0.113.7', user_agent: 'Mozilla/5.0', id: 'app-installation-1' },
    custom_inputs: { loyalty_tier: 'gold', coupon: true, basket_age_s: 340 },
  }
  expect(parseRequest(body, now)).toEqual({ request: body, warnings: [] })
})

test.each([
  [{ billing: { country: 'Germany' } }, '/billing/country'],
  [{ billing: 5 }, '/billing'],
  [{ email: { address: 'x'.repeat(321) } }, '/email/address'],
  [{ email: { address_sha256: 'ABC' } }, '/email/address_sha256'],
  [{ event: { type: 'theft' } }, '/event/type'],
  [{ payment: { bin: '4111' } }, '/payment/bin'],
  [{ payment: { authorized: 'yes' } }, '/payment/authorized'],
  [{ device: { ip: ['1.2.3.4'] } }, '/device/ip'],
  [{ shopping_cart: [{}, { quantity: -1 }] }, '/shopping_cart/1/quantity'],
  [{ shopping_cart: 'sku' }, '/shopping_cart'],
  [{ shopping_cart: [5] }, '/shopping_cart/0'],
  [{ custom_inputs: { tags: ['a'] } }, '/custom_inputs/tags'],
  [{ custom_inputs: { 'Bad Name': 1 } }, '/custom_inputs/*'],
  [{ billing: { name: 'Jo\u0000Doe' } }, '/billing/name'],
  [{ billing: { name: 'Jo \ud800' } }, '/billing/name'],
])('%j is dropped and named at %s, and the order stands', (more, pointer) => {
  const { request, warnings } = parseRequest({ order, ...more }, now)
  expect(request.order).toEqual(order)
  expect(warnings.map(({ code, pointer }) => ({ code, pointer }))).toEqual([{ code: 'INPUT_INVALID', pointer }])
})

test('what is right beside a bad field is kept', () => {
  const { request } = parseRequest(
    { order, billing: { country: 'Germany', city: 'Bonn' }, shopping_cart: [5, {}] },
    now,
  )
  expect(request.billing).toEqual({ city: 'Bonn' })
  expect(request.shopping_cart).toEqual([{}, {}])
})

test('unknown fields are named, wherever they are, and go no further', () => {
  const body = { order: { ...order, foo: 1 }, billing: { vat: 'x', city: 'Bonn' }, bar: { deep: {} }, loyaltyTier2: 1 }
  const { request, warnings } = parseRequest(body, now)
  expect(request).toEqual({ order, billing: { city: 'Bonn' } })
  expect(warnings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'INPUT_UNKNOWN /order/foo',
    'INPUT_UNKNOWN /billing/vat',
    'INPUT_UNKNOWN /bar',
    'INPUT_UNKNOWN /loyaltyTier2',
  ])
})

test.each(['jo@example.com', '+4915112345678', 'Jo Doe', 'a/b~c', '203.0.113.7', 'p-1234567'])(
  "a name like %j may be somebody's: it is withheld, and its place is told",
  (name) => {
    const { warnings } = parseRequest({ order: { ...order, [name]: 1 }, custom_inputs: { [name]: 1 } }, now)
    expect(warnings.map(({ pointer }) => pointer)).toEqual(['/order/*', '/custom_inputs/*'])
  },
)

test('null and empty text say nothing: shops send them for what they do not know', () => {
  const { request, warnings } = parseRequest({ order, billing: { phone: null, city: '' }, session_id: null }, now)
  expect(request).toEqual({ order, billing: {} })
  expect(warnings).toEqual([])
})

test.each([
  [{}, [['/order', 'INPUT_MISSING']]],
  [
    { order: {} },
    [
      ['/order/id', 'INPUT_MISSING'],
      ['/order/amount', 'INPUT_MISSING'],
      ['/order/currency', 'INPUT_MISSING'],
    ],
  ],
  [{ order: { ...order, amount: 12.5 } }, [['/order/amount', 'INPUT_INVALID']]],
  [{ order: { ...order, amount: '129' } }, [['/order/amount', 'INPUT_INVALID']]],
  [{ order: { ...order, currency: 'euro' } }, [['/order/currency', 'INPUT_INVALID']]],
  [{ order: { ...order, id: 'x'.repeat(121) } }, [['/order/id', 'INPUT_INVALID']]],
  [{ order: 'x' }, [['/order', 'INPUT_INVALID']]],
  [null, [['', 'INPUT_INVALID']]],
  [[], [['', 'INPUT_INVALID']]],
  ['text', [['', 'INPUT_INVALID']]],
])('%j is refused', (body, expected) => {
  const { code, options } = refusal(body)
  expect(code).toBe('validation_failed')
  expect(options.errors?.map(({ pointer, code }) => [pointer, code])).toEqual(expected)
})

test.each([
  { order: { ...order, id: '4111 1111 1111 1111' } },
  { order, custom_inputs: { note: 4111111111111111 } },
  { order, unknown: [[{ deep: 'card 4111-1111-1111-1111' }]] },
  { order, custom_inputs: { '4111111111111111': true } },
  { card: '4111111111111111' },
])('a card number anywhere refuses the order and is not repeated: %#', (body) => {
  const { code, message, options } = refusal(body)
  expect(code).toBe('card_number_refused')
  expect(JSON.stringify([message, options]).replace(/\D/g, '')).not.toContain('41111111')
})

test('names of the prototype are names like others', () => {
  const body: unknown = JSON.parse(
    '{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"order":{"id":"1","amount":1,"currency":"EUR","__proto__":{"amount":0}},"custom_inputs":{"__proto__":{"y":1},"constructor":1}}',
  )
  const { request, warnings } = parseRequest(body, now)
  expect(request).toEqual({ order: { id: '1', amount: 1, currency: 'EUR' }, custom_inputs: { constructor: 1 } })
  expect(Object.getPrototypeOf(request)).toBe(Object.prototype)
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
  expect(warnings.map(({ pointer }) => pointer)).toEqual([
    '/__proto__',
    '/constructor',
    '/order/__proto__',
    '/custom_inputs/__proto__',
  ])
})

test('a clock that is more than a day off is named, not believed', () => {
  const { request, warnings } = parseRequest({ order, event: { time: '2026-11-18T06:00:00Z' } }, now)
  expect(request.event?.time).toBe('2026-11-18T06:00:00Z')
  expect(warnings).toMatchObject([{ code: 'INPUT_TIME_OFF', pointer: '/event/time' }])
})

test('warnings are bounded in number and length', () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`field_${at % 100}${'x'.repeat(at / 50)}`, 1]),
  )
  const { warnings } = parseRequest({ order, ...many, [`y${'y'.repeat(50_000)}`]: 1 }, now)
  expect(warnings).toHaveLength(51)
  expect(warnings.at(-1)).toEqual({ code: 'INPUT_MORE', pointer: '', detail: '951 more' })
  expect(parseRequest({ order, ['y'.repeat(50_000)]: 1 }, now).warnings[0]?.pointer).toBe('/*')
})

test('a body that is all structure is refused before anything looks at it', () => {
  const deep = JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`) as unknown
  expect(refusal({ order, deep }).options.errors?.[0]?.code).toBe('INPUT_TOO_LARGE')
  expect(refusal({ order, wide: Array.from({ length: 32_000 }, () => 1) }).code).toBe('validation_failed')
})

test('at most 100 custom inputs are read', () => {
  const custom_inputs = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`input_${at}`, at]))
  const { request, warnings } = parseRequest({ order, custom_inputs }, now)
  expect(Object.keys(request.custom_inputs ?? {})).toHaveLength(100)
  expect(warnings).toHaveLength(20)
})

const names = fc.constantFrom(
  'order',
  'id',
  'amount',
  'currency',
  'billing',
  'shipping',
  'payment',
  'shopping_cart',
  'custom_inputs',
  'event',
  'time',
  'email',
  'address',
  'phone',
  'country',
  'device',
  'ip',
  '__proto__',
  'constructor',
  'toString',
  'x',
)
const { hostile } = fc.letrec<{ hostile: unknown }>((tie) => ({
  hostile: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('hostile'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(names, fc.string({ unit: 'binary' })), tie('hostile'), {
      maxKeys: 8,
      noNullPrototype: true,
    }),
  ),
}))

test('whatever is sent: a request, or an AppError that repeats nothing', () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (body, withOrder) => {
      const sent = withOrder && typeof body === 'object' && !Array.isArray(body) ? { ...body, order } : body
      const json = JSON.parse(JSON.stringify(sent)) as unknown
      try {
        const { request, warnings } = parseRequest(json, now)
        expect(request.order.id.length).toBeGreaterThan(0)
        // What was kept needs no second cleaning.
        expect(parseRequest(JSON.parse(JSON.stringify(request)), now).request).toEqual(request)
        expect(warnings.length).toBeLessThanOrEqual(51)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
    { numRuns: 500 },
  )
})
