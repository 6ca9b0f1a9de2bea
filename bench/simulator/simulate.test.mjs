import { leakedBins } from './thieves.mjs'
import { simulate } from './simulate.mjs'

const dayMs = 86_400_000
const year = { seed: 'test', days: 240, ordersPerDay: 40, fraudRate: 0.06 }
const bytesOf = (settings) => [...simulate(settings)].map((entry) => JSON.stringify(entry)).join('\n')

/** Told once: a simulated story, its orders with the truth, its labels by order. */
const tellOf = (settings) => {
  const entries = [...simulate(settings)]
  const orders = entries.filter(({ line }) => line.type === 'order')
  return {
    entries,
    orders: orders.map(({ line, truth }) => ({ at: Date.parse(line.at), body: line.request, truth })),
    labels: entries.flatMap(({ line }) => (line.type === 'label' ? [{ ...line, at: Date.parse(line.at) }] : [])),
  }
}
const story = tellOf(year)
const of = (...truths) => story.orders.filter(({ truth }) => truths.includes(truth))
const shareOf = (orders, holds) => orders.filter(holds).length / orders.length

test('the same settings give the same bytes, another seed another store', () => {
  const small = { ...year, days: 12 }
  expect(bytesOf(small)).toBe(bytesOf(small))
  expect(bytesOf({ ...small, seed: 'other' })).not.toBe(bytesOf(small))
})

test('held-out days are drawn from their own seed, and those before are not moved by it', () => {
  const small = { ...year, days: 30, heldOutFrom: 20, labels: 'none' }
  const [one, other] = ['a', 'b'].map((heldOutSeed) => [...simulate({ ...small, heldOutSeed })])
  const cut = Date.parse('2025-03-21T00:00:00Z')
  const part = (entries, isLate) =>
    JSON.stringify(entries.filter(({ truth, line }) => truth === 'good' && Date.parse(line.at) >= cut === isLate))
  expect(part(one, false)).toBe(part(other, false))
  expect(part(one, true)).not.toBe(part(other, true))
})

test('lines come in the order of time, and a label never before its order', () => {
  const times = story.entries.map(({ line }) => Date.parse(line.at))
  expect(times.every((at, index) => index === 0 || at >= times[index - 1])).toBe(true)
  const placed = new Map(story.orders.map(({ at, body }) => [body.order.id, at]))
  expect(placed.size).toBe(story.orders.length)
  const delays = story.labels.map(({ at, order_id: id }) => at - placed.get(id))
  expect(Math.min(...delays)).toBeGreaterThan(0)
})

test('chargebacks take weeks, and some fraud is never noticed', () => {
  const placed = new Map(story.orders.map(({ at, body, truth }) => [body.order.id, { at, truth }]))
  const stolen = (id) => !['good', 'refusal', 'friendly'].includes(placed.get(id).truth)
  const back = story.labels.filter(({ label, order_id: id }) => label === 'chargeback' && stolen(id))
  const days = back.map(({ at, order_id: id }) => (at - placed.get(id).at) / dayMs).sort((a, b) => a - b)
  expect(days[0]).toBeGreaterThanOrEqual(6)
  expect(days[Math.floor(days.length / 2)]).toBeGreaterThan(21)
  expect(days.at(-1)).toBeLessThanOrEqual(120.001)
  const told = new Set(story.labels.map(({ order_id: id }) => id))
  const thefts = story.orders.filter(({ body }) => stolen(body.order.id))
  const unnoticed = shareOf(thefts, ({ body }) => !told.has(body.order.id))
  expect(unnoticed).toBeGreaterThan(0.03)
  expect(unnoticed).toBeLessThan(0.2)
})

test('every kind of trouble takes place', () => {
  const kinds = [...new Set(story.orders.map(({ truth }) => truth))].sort()
  expect(kinds).toEqual(
    ['card_testing', 'friendly', 'good', 'refusal', 'ring', 'stolen_card', 'takeover', 'triangulation'].sort(),
  )
  expect(of('refusal').every(({ body }) => body.payment.method === 'cod')).toBe(true)
  const refused = ({ body }) => body.payment.authorized === false
  expect(shareOf(of('card_testing'), refused)).toBeGreaterThan(4 * shareOf(of('good'), refused))
})

test('a ring sends many names to few addresses', () => {
  const ring = of('ring')
  const distinct = (read) => new Set(ring.map(({ body }) => read(body))).size
  expect(distinct(({ email }) => email.address)).toBeGreaterThan(3 * distinct(({ shipping }) => shipping.address))
})

test('the planted interactions hold together only, and the drift begins late', () => {
  const couponed = ({ body }) => body.custom_inputs.coupon
  const gifts = ({ body }) => body.shopping_cart[0].category === 'gift_cards'
  const both = (order) => couponed(order) && gifts(order)
  expect(shareOf(of('stolen_card'), both)).toBeGreaterThan(5 * shareOf(of('good'), both))
  const hurried = ({ body }) => body.account !== undefined && body.custom_inputs.basket_age_s < 60
  expect(shareOf(of('takeover'), hurried)).toBeGreaterThan(5 * shareOf(of('good'), hurried))

  const leaked = ({ body }) => leakedBins.includes(body.payment.bin)
  const start = story.orders[0].at
  const isLate = ({ at }) => at >= start + 0.62 * 240 * dayMs
  const stolen = of('stolen_card', 'card_testing', 'ring')
  const early = stolen.filter((order) => !isLate(order))
  expect(shareOf(stolen.filter(isLate), leaked)).toBeGreaterThan(shareOf(early, leaked) + 0.15)
})

/** What a reader can tell without knowing anybody: which fields there are, and how their values are made. */
const shapeOf = (value, path = '') =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${Array.isArray(value) ? '' : key}`))
    : [path]

test('nothing in a request names who sent it: no word, no field, no kind of id', () => {
  // In small letters and whole, as the kinds are named: streets are called Ring, and ids are random letters.
  const words = /\b(card_testing|stolen_card|takeover|ring|triangulation|refusal|friendly|truth|fraud|thief|honest)\b/
  expect(story.orders.filter(({ body }) => words.test(JSON.stringify(body)))).toEqual([])
  // As it is sent: what is undefined is not there.
  const sent = (orders) => orders.map(({ body }) => JSON.parse(JSON.stringify(body)))
  const honest = new Set(sent(of('good')).flatMap((body) => shapeOf(body)))
  const bad = sent(story.orders.filter(({ truth }) => truth !== 'good'))
  expect([...new Set(bad.flatMap((body) => shapeOf(body)))].filter((path) => !honest.has(path))).toEqual([])
  const madeAs = (id) => id.replace(/[a-z]/g, 'a').replace(/\d/g, '0')
  const idsOf = (bodies) => [
    ...new Set(bodies.flatMap(({ device, account }) => [device.id, account?.id ?? 'a_aaaaaaaaaa'].map(madeAs))),
  ]
  expect(idsOf(bad)).toEqual(idsOf(sent(of('good'))))
})

test('orders are numbered as they come', () => {
  expect(story.orders.map(({ body }) => body.order.id)).toEqual(
    story.orders.map((_, index) => `o-${(index + 1).toString(36)}`),
  )
})
