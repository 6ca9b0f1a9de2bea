import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assessments } from './collections.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { openTestHouse, send, shopOrigin, type TestHouse } from '../../testing/house.ts'
import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { withServer } from '../../testing/servers.ts'
import { postSession } from '../../testing/wire/requests.ts'

/** One marker per field; none of them looks like anything but itself. */
const markers = {
  'order.id': 'markerorderid',
  'account.id': 'markeraccountid',
  'email.address': 'markeremail@markerdomain.example',
  'billing.name': 'Markerbillname Doe',
  'billing.phone': '+4915112345678',
  'billing.address': 'Markerstreet 1',
  'billing.address_2': 'Markerflat 2',
  'billing.city': 'Markerbilltown',
  'billing.region': 'Markerregion',
  'billing.postal': 'MARKPOST1',
  'shipping.name': 'Markershipname Doe',
  'shipping.phone': '+4915187654321',
  'shipping.address': 'Markershipstreet 3',
  'shipping.city': 'Markershiptown',
  'shipping.postal': 'MARKPOST2',
  'shipping.method': 'markermethod',
  'payment.token': 'pm_markertoken',
  'payment.decline_code': 'markerdecline',
  'shopping_cart.item_id': 'markersku',
  'shopping_cart.category': 'markercategory',
  'device.ip': '203.0.113.77',
  'device.user_agent': 'Markeragent/1.0',
  'device.id': 'markerdeviceid',
  'custom_inputs.text': 'markercustom',
  unknown: 'markerunknown',
} as const

const order = {
  event: { type: 'purchase', time: new Date().toISOString() },
  order: { id: markers['order.id'], amount: 12_999, currency: 'EUR' },
  account: { id: markers['account.id'] },
  email: { address: markers['email.address'] },
  billing: {
    name: markers['billing.name'],
    phone: markers['billing.phone'],
    address: markers['billing.address'],
    address_2: markers['billing.address_2'],
    city: markers['billing.city'],
    region: markers['billing.region'],
    postal: markers['billing.postal'],
    country: 'DE',
  },
  shipping: {
    name: markers['shipping.name'],
    phone: markers['shipping.phone'],
    address: markers['shipping.address'],
    city: markers['shipping.city'],
    postal: markers['shipping.postal'],
    country: 'DE',
    method: markers['shipping.method'],
  },
  payment: { method: 'card', token: markers['payment.token'], decline_code: markers['payment.decline_code'] },
  shopping_cart: [
    { item_id: markers['shopping_cart.item_id'], category: markers['shopping_cart.category'], quantity: 1 },
  ],
  device: {
    ip: markers['device.ip'],
    user_agent: markers['device.user_agent'],
    id: markers['device.id'],
  },
  custom_inputs: { text: markers['custom_inputs.text'] },
  note: markers.unknown,
}

/** Database, WAL, claims: every byte of the folder. */
const filesOf = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n')

/** What the page says of each field: clear, sealed, keyed, derived or dropped. */
const listed = new Map(
  [
    ...readFileSync(resolve(__dirname, '../../../../docs/stored-data.md'), 'utf8').matchAll(
      /^\| `([\w.]+)` +\| (\w+)/gm,
    ),
  ].map(([, field = '', left = '']) => [field, left]),
)
const leftOf = (field: string) => listed.get(field) ?? listed.get(field.split('.')[0] ?? '')

interface Opened {
  readonly house: TestHouse
  /** All that a copy of the database would hold. */
  readonly dump: () => Promise<string>
}

const suite = (open: () => Promise<Opened>): void => {
  let house: TestHouse
  let dump: Opened['dump']
  let shop: NewMerchant
  beforeAll(async () => {
    const opened = await open()
    house = opened.house
    dump = opened.dump
    shop = await house.createMerchant()
  })
  afterAll(() => house.remove())

  const stored = async (): Promise<string> => [filesOf(house.folder), await dump()].join('\n')
  const score = (body: unknown) => send(house, { path: '/v1/assessments', body, keys: shop.live })

  test('nothing of an order stands in clear in the database, its log of writes, or the log', async () => {
    expect((await score(order)).status).toBe(200)
    const everything = await stored()
    const logged = house.logged.join('\n')
    for (const [field, marker] of Object.entries(markers)) {
      expect([field, everything.includes(marker)]).toEqual([field, false])
      expect([field, logged.includes(marker)]).toEqual([field, false])
    }
  })

  test('what is kept as sent, inside the seal, is what docs/stored-data.md lists', async () => {
    const tenant = { merchantId: shop.merchantId, mode: 'live' } as const
    const { data } = await house.services.assessments.orders.list(tenant, { limit: 1 })
    const scope = house.foundation.documents.forMerchant(tenant.merchantId, tenant.mode)
    const opened = JSON.stringify(await scope.get(assessments, data[0]?.id ?? ''))
    for (const [field, marker] of Object.entries(markers)) {
      if (field === 'unknown') continue
      const isKept = ['clear', 'sealed'].includes(leftOf(field) ?? 'not listed')
      expect([field, leftOf(field), opened.includes(marker)]).toEqual([field, expect.any(String), isKept])
    }
    expect(opened).not.toContain(markers.unknown)
  })

  test('neither does anything of a session, nor of a refused request', async () => {
    const secret = shop.live.secretKey
    const session = { key: shop.live.publishableKey, v: 1, components: {}, facts: { time_zone: 'Europe/Berlin' } }
    const agent = { origin: shopOrigin, 'user-agent': 'Markersessionagent/9', cookie: 'markercookie=1' }
    expect((await postSession(house, JSON.stringify(session), agent)).status).toBe(201)
    const refused = await score({ ...order, note: '4111 1111 1111 1111', password: 'markerpassword' })
    expect(refused.status).toBe(422)
    const metrics = await house.metrics.registry.metrics()
    const everywhere = [await stored(), house.logged.join('\n'), refused.text, metrics].join('\n')
    for (const marker of [
      'Markersessionagent',
      'markercookie',
      '4111 1111',
      '4111111111111111',
      'markerpassword',
      secret,
    ]) {
      expect([marker, everywhere.includes(marker)]).toEqual([marker, false])
    }
  })
}

describe('SQLite', () => {
  suite(async () => ({ house: await openTestHouse({ logLevel: 'trace' }), dump: () => Promise.resolve('') }))
})

withServer('mongodb', 'MongoDB', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>> | undefined
  afterAll(() => place?.remove())
  suite(async () => {
    const made = await createMongoPlace(address)
    place = made
    const house = await openTestHouse({ logLevel: 'trace', env: { DATABASE_URL: made.uri } })
    const dump = async () => Buffer.concat(await made.dump()).toString('latin1')
    return { house, dump }
  })
})
