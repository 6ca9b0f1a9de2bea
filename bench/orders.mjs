import { createHash } from 'node:crypto'
import { createRandom } from './random.mjs'

const places = [
  {
    country: 'DE',
    city: 'Bonn',
    region: 'NW',
    postal: '53111',
    dial: '+4915',
    zone: 'Europe/Berlin',
    language: 'de-DE',
    ip: '91.4',
  },
  {
    country: 'AT',
    city: 'Graz',
    region: '6',
    postal: '8010',
    dial: '+43664',
    zone: 'Europe/Vienna',
    language: 'de-AT',
    ip: '84.112',
  },
  {
    country: 'FR',
    city: 'Lyon',
    region: 'ARA',
    postal: '69001',
    dial: '+336',
    zone: 'Europe/Paris',
    language: 'fr-FR',
    ip: '90.3',
  },
  {
    country: 'GB',
    city: 'Leeds',
    region: 'ENG',
    postal: 'LS1 4AP',
    dial: '+447',
    zone: 'Europe/London',
    language: 'en-GB',
    ip: '86.14',
  },
]
const streets = ['Ring', 'Mill Lane', 'Parkweg', 'Rue Haute', 'Station Road', 'Am Markt']
const names = ['Jo Doe', 'Ada Berg', 'Lin Weber', 'Sam Hale', 'Ines Okafor', 'Tom Reis']
const categories = ['books', 'garden', 'audio', 'clothing', 'electronics', 'toys']
const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
]
const components = ['canvas', 'audio', 'fonts', 'webgl', 'screen', 'platform', 'plugins', 'math', 'cpu', 'memory']

const digits = (random, length) => Array.from({ length }, () => random.below(10)).join('')
const sha256 = (text) => createHash('sha256').update(text).digest('hex')

const createCustomer = (random, number) => {
  const place = random.pick(places)
  return {
    place,
    name: random.pick(names),
    email: `customer.${number}@mail${random.below(400)}.example`,
    phone: `${place.dial}${digits(random, 8)}`,
    address: `${random.pick(streets)} ${1 + random.below(180)}`,
    token: `pm_${number}_${digits(random, 6)}`,
    account: `c_${number}`,
    agent: random.pick(agents),
    ip: `${place.ip}.${random.below(256)}.${1 + random.below(254)}`,
    device: sha256(`device ${number}`),
  }
}

/** A stream of orders, a third of them from customers seen before, as the issue of the benchmark asks. */
export const createOrders = ({ seed, regulars = 3000, firstNumber = 0 }) => {
  const random = createRandom(seed)
  const known = Array.from({ length: regulars }, (_, number) => createCustomer(random, number))
  let number = firstNumber
  return {
    next: () => {
      number += 1
      const customer = random.next() < 1 / 3 ? random.pick(known) : createCustomer(random, seed * 1e9 + number)
      return {
        id: `bench-${seed}-${number}`,
        number,
        customer,
        amount: 500 + Math.floor(random.next() ** 3 * 60000),
        category: random.pick(categories),
      }
    },
  }
}

export const orderBody = ({ id, number, customer, amount, category }, sessionId) => {
  const { place } = customer
  const party = {
    name: customer.name,
    phone: customer.phone,
    address: customer.address,
    city: place.city,
    region: place.region,
    postal: place.postal,
    country: place.country,
  }
  return {
    ...(sessionId ? { session_id: sessionId } : {}),
    event: { type: 'purchase' },
    order: { id, amount, currency: 'EUR' },
    account: { id: customer.account, created_at: '2026-03-01T00:00:00Z' },
    email: { address: customer.email },
    billing: party,
    shipping: { ...party, method: 'standard' },
    payment: {
      method: 'card',
      token: customer.token,
      bin: '411111',
      avs: 'Y',
      cvc: 'M',
      three_d_secure: 'authenticated',
      authorized: true,
    },
    shopping_cart: [{ item_id: `sku-${number % 900}`, category, quantity: 1, price: amount }],
    device: { ip: customer.ip, user_agent: customer.agent },
  }
}

export const sessionBody = ({ customer }, key) => ({
  key,
  v: 1,
  components: Object.fromEntries(components.map((name) => [name, sha256(`${name} ${customer.device}`).slice(0, 32)])),
  facts: {
    time_zone: customer.place.zone,
    languages: [customer.place.language],
    platform: 'desktop',
    screen: 'large',
    touch: false,
    automation: [],
    consent: 'full',
    storage: true,
    framed: false,
    page_ms: 42000,
  },
  timings: { total: 38 },
})
