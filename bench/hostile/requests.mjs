import { createHmac, randomBytes } from 'node:crypto'

/** Requests that nobody honest sends. Each is built from its number, so that a run can be told again. */

const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth)
const order = (number, more = {}) => ({ order: { id: `hostile-${number}`, amount: 100, currency: 'EUR' }, ...more })
const text = (value) => JSON.stringify(value)
const controls = String.fromCharCode(0, 1, 8, 11, 27, 127, 0x85, 0x2028, 0xd800)

const bodies = [
  () => '',
  () => '{',
  () => 'null',
  () => '"a text"',
  () => '[[[[',
  () => nested(20_000),
  () => nested(31),
  () => '{"order":'.repeat(5_000),
  () => Buffer.from([0xff, 0xfe, 0x00, 0x80]),
  (n) => text({ order: { id: n, amount: 'x', currency: {} } }),
  (n) => text({ order: [n] }),
  (n) => text(order(n, { email: [[]], billing: 7, shipping: null, payment: { method: {} }, shopping_cart: 'x' })),
  (n) => `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${text(order(n)).slice(1)}`,
  (n) => text(order(n, { custom_inputs: JSON.parse('{"__proto__":{"polluted":1},"toString":1}') })),
  (n) => text(order(n, { email: { address: 'a'.repeat(60_000) } })),
  (n) => text(order(n, { billing: { name: `${controls}${'é́'.repeat(5_000)}`, phone: '+'.repeat(5_000) } })),
  (n) => text(order(n, { device: { ip: '::'.repeat(2_000), user_agent: '('.repeat(20_000) } })),
  (n) => text(order(n, { account: { created_at: '9999-99-99T99:99:99Z' }, event: { time: 'never' } })),
  (n) => text(order(n, { shopping_cart: Array.from({ length: 3_000 }, () => ({ price: -1 })) })),
  (n) => text({ order: { id: `hostile-${n}`, amount: 1e308, currency: 'EUR' } }),
  (n) => text({ order: { id: '\u0000', amount: n, currency: 'eur' } }),
  (n) => text(order(n, { note: '4111 1111 1111 1111' })),
  () => 'x'.repeat(65_537),
  (n) => text(order(n, { $where: 'sleep(1000)', email: { $gt: '' }, session_id: { $ne: null } })),
  (n) => text(order(n, { session_id: "ses_' OR 1=1 --" })),
]

const sign = (store, target, body, { timestamp = Math.floor(Date.now() / 1000), nonce }) => {
  const prefix = target === '/v1/assessments' ? `${timestamp}.${nonce}.` : `${timestamp}.${nonce}.POST ${target}.`
  return createHmac('sha256', store.signing_secret).update(prefix).update(body).digest('hex')
}

const signedRequest = (store, target, body, change = {}) => {
  const nonce = randomBytes(16).toString('hex')
  const timestamp = Math.floor(Date.now() / 1000)
  return {
    method: 'POST',
    path: target,
    body,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${store.secret_key}`,
      'x-timestamp': String(timestamp),
      'x-nonce': nonce,
      'x-signature': sign(store, target, body, { timestamp, nonce }),
      'idempotency-key': nonce,
      ...change,
    },
  }
}

/** A replay is the same request again, with its nonce. */
let remembered
const forgeries = [
  (request) => ({ ...request, headers: { ...request.headers, 'x-signature': '0'.repeat(64) } }),
  (request) => ({ ...request, headers: { ...request.headers, 'x-signature': 'not hex at all' } }),
  (request) => ({ ...request, headers: { ...request.headers, 'x-timestamp': '-1e9' } }),
  (request) => ({ ...request, headers: { ...request.headers, 'x-nonce': '../../etc/passwd' } }),
  (request) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${'A'.repeat(3_000)}` } }),
  (request) => ({ ...request, headers: { ...request.headers, authorization: '', 'x-api-key': 'gfs_live_x' } }),
  (request) => ({ ...request, headers: { ...request.headers, 'idempotency-key': 'k'.repeat(3_000) } }),
  (request) => (remembered ??= request),
]

const elsewhere = [
  () => ({ method: 'GET', path: '/v1/assessments/%E0%A4%A' }),
  () => ({ method: 'GET', path: `/v1/assessments?after=${'a'.repeat(2_000)}` }),
  () => ({ method: 'GET', path: '/v1/assessments?limit=1&limit=2&__proto__=x&risk_level[$gt]=' }),
  () => ({ method: 'GET', path: '/..%2f..%2f..%2fetc%2fpasswd' }),
  () => ({ method: 'TRACE', path: '/v1/assessments' }),
  () => ({ method: 'DELETE', path: '/v1/sessions' }),
  () => ({ method: 'POST', path: '/console/v1/sign-in', body: '{"email":{"$gt":""},"password":[]}' }),
  () => ({ method: 'GET', path: '/console/v1/me', headers: { cookie: 'x='.repeat(2_000) } }),
]

const toSession = (body) => ({ method: 'POST', path: '/v1/sessions', body, headers: { 'content-type': 'text/plain' } })
const garbageOf = (store, number) => [
  toSession(bodies[number % bodies.length](number)),
  toSession(JSON.stringify({ key: store.publishable_key, v: 1, components: { ['x'.repeat(500)]: 'y' }, facts: [] })),
  toSession(JSON.stringify({ key: store.publishable_key, v: 1, components: {}, facts: { languages: nested(9) } })),
]

export const hostileRequest = (store, number) => {
  const body = bodies[number % bodies.length](number)
  const request = signedRequest(store, '/v1/assessments', body)
  switch (number % 4) {
    case 0:
      return request
    case 1:
      return forgeries[(number >> 2) % forgeries.length](request)
    case 2:
      return garbageOf(store, number)[(number >> 2) % 3]
    default: {
      const sent = elsewhere[(number >> 2) % elsewhere.length]()
      return { ...sent, headers: { 'x-api-key': store.secret_key, ...sent.headers } }
    }
  }
}

export const honestRequest = (store) =>
  signedRequest(store, '/v1/assessments', JSON.stringify(order(randomBytes(4).toString('hex').replace(/\d/g, 'x'))))
