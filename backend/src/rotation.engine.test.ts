import { createMongoPlace } from './platform/documents/testing/mongo-place.ts'
import type { NewMerchant } from './features/merchants/service.ts'
import type { Documents, DocumentStore } from './platform/documents/port.ts'
import { ownKind, profileId, profiles, readProfiles, type ProfileDocument } from './features/velocity/service.ts'
import { devices } from './features/sessions/service.ts'
import { versionOf } from './platform/vault/ladder.ts'
import { createRotation } from './rotation.ts'
import { signInTo } from './testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from './testing/house.ts'
import { withServer } from './testing/servers.ts'
import { postSession } from './testing/wire/requests.ts'

jest.setTimeout(120_000)

/** One page a slice, and no waiting: all processes of these tests are this one. */
const timing = { heardMs: 0, lateMs: 0, sliceMs: 0 }

interface Verdict {
  readonly id: string
  readonly sum: number
  readonly reasons: readonly { readonly code: string; readonly value: unknown; readonly points: number }[]
}

class Died extends Error {}

/** A process that ends before its next write: what it wrote before is there, and nothing else of it is. */
const diesAfter = (store: DocumentStore, writes: number): DocumentStore => {
  let left = writes
  const mortal = (documents: Documents): Documents => ({
    ...documents,
    write: async (...batch) => {
      if (left === 0) throw new Died()
      left -= 1
      await documents.write(...batch)
    },
  })
  return {
    ...store,
    forMerchant: (...of) => mortal(store.forMerchant(...of)),
    operator: () => mortal(store.operator()),
    network: () => mortal(store.network()),
  }
}

/** Two stores with the same past: the keys of one are rotated, and every order must mean the same to both. */
const suite = (open: () => Promise<TestHouse>): void => {
  let house: TestHouse
  let rotated: NewMerchant
  let twin: NewMerchant
  beforeAll(async () => {
    house = await open()
    rotated = await newStore('Rotated')
    twin = await newStore('Twin')
  })
  afterAll(() => house.remove())

  /** Sellers and coupons are identifiers of its own. */
  const newStore = async (name: string): Promise<NewMerchant> => {
    const shop = await house.createMerchant(name)
    const owner = await signInTo(house, shop.organizationId, 'admin')
    const custom_inputs = ['seller', 'coupon'].map((own) => ({ name: own, kind: 'identifier', meaning: '' }))
    expect((await owner.patch(`/stores/${shop.merchantId}/live/settings`, { custom_inputs })).status).toBe(200)
    return shop
  }
  const score = async (shop: NewMerchant, order: unknown): Promise<Verdict> => {
    const answer = await send(house, { path: '/v1/assessments', body: order, keys: shop.live })
    expect([answer.status, answer.text.slice(0, answer.status === 200 ? 0 : 400)]).toEqual([200, ''])
    return answer.body as Verdict
  }
  const openSession = async (shop: NewMerchant): Promise<string> => {
    const names =
      'agent_data audio platform architecture cores memory touch math plugins screen_size pixel_ratio colors'
    const components = Object.fromEntries(names.split(' ').map((name) => [name, 'ab'.repeat(16)]))
    const body = { key: shop.live.publishableKey, v: 1, components, facts: { time_zone: 'Europe/Berlin' } }
    const answer = await postSession(house, JSON.stringify(body))
    return (answer.body as { session_id: string }).session_id
  }
  const meaning = ({ sum, reasons }: Verdict) => ({
    sum,
    reasons: reasons.map(({ code, value, points }) => [code, value, points]),
  })

  let number = 0
  /** People share devices, cards and addresses, so that every order has partners. */
  const nextOrder = () => {
    number += 1
    return anOrder({
      email: { address: `person${number % 7}@shop-customers.example` },
      account: { id: `account-${number % 5}` },
      device: {
        id: `phone-${number % 3}`,
        ip: '127.0.0.1',
        user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
      },
      payment: { method: 'card', token: `card-${'abcd'.charAt(number % 4)}`, authorized: number % 5 !== 0 },
      custom_inputs: { seller: `seller ${number % 2}`, ...(number % 3 === 0 && { coupon: 'SPRING' }) },
    })
  }
  const scoreBoth = async (withSession: boolean): Promise<void> => {
    const order = nextOrder()
    const seen = { ...(order['device'] as object), id: undefined }
    const one = async (shop: NewMerchant) =>
      score(shop, withSession ? { ...order, device: seen, session_id: await openSession(shop) } : order)
    const [own, other] = [await one(rotated), await one(twin)]
    expect(meaning(own)).toEqual(meaning(other))
  }
  const label = (shop: NewMerchant, assessmentId: string) =>
    send(house, {
      path: '/v1/labels',
      body: { assessment_id: assessmentId, label: 'fraud', source: 'merchant' },
      keys: shop.live,
    })

  const rotation = () => createRotation(house.foundation, house.services.network, Date.now, timing)
  const rotateWhile = async (work: () => Promise<void>): Promise<readonly string[]> => {
    const { ask, progress, rotate } = rotation()
    const phases: string[] = [(await ask(rotated.merchantId)).phase]
    while (phases.at(-1) !== 'done') {
      await Promise.all([work(), rotate()])
      phases.push((await progress())?.phase ?? 'none')
    }
    return [...new Set(phases)]
  }

  const scope = (shop: NewMerchant) => house.foundation.documents.forMerchant(shop.merchantId, 'live')
  const stored = async (shop: NewMerchant): Promise<readonly ProfileDocument[]> =>
    (await scope(shop).find(profiles, {}, { limit: 1_000, scan: true })).items
  const namesIn = (profile: ProfileDocument): readonly string[] =>
    profile.events.flatMap(({ email, device, card, account }) =>
      [email, device, card, account].filter((name) => typeof name === 'string'),
    )

  test('orders mean the same before, while and after the keys of their store are rotated', async () => {
    for (let turn = 0; turn < 12; turn += 1) await scoreBoth(turn % 2 === 0)
    let turn = 0
    const phases = await rotateWhile(() => scoreBoth((turn += 1) % 2 === 0))
    expect(phases).toEqual(['asked', 'reading', 'copying', 'settling', 'done'])
    for (turn = 0; turn < 12; turn += 1) await scoreBoth(turn % 2 === 0)
  })

  test('afterwards nothing stands under the former key, and nothing was lost', async () => {
    const [own, other] = [await stored(rotated), await stored(twin)]
    const people = own.filter(({ id }) => !id.startsWith('session:'))
    expect(people.map(({ id }) => versionOf(id)).filter((version) => version !== 2)).toEqual([])
    expect(people.flatMap(namesIn).filter((name) => versionOf(name) !== 2)).toEqual([])
    const sizes = (all: readonly ProfileDocument[]) => all.map(({ events }) => events.length).sort((a, b) => a - b)
    expect(sizes(own)).toEqual(sizes(other))
    const seen = await scope(rotated).find(devices, {}, { limit: 100, scan: true })
    expect(seen.items.flatMap(({ networks }) => networks.map(versionOf))).toEqual([2])
  })

  test('a label told of an order from before finds its profiles, and a person is still found', async () => {
    const before = await score(rotated, nextOrder())
    await rotateWhile(async () => undefined)
    expect((await label(rotated, before.id)).status).toBeLessThan(300)
    const { ladder } = await house.foundation.vault.storeKeys(rotated.merchantId)
    expect(ladder.newest).toBe(3)
    const order = await house.services.assessments.stored.byIds({ merchantId: rotated.merchantId, mode: 'live' }, [
      before.id,
    ])
    const id = profileId('email', order[0]?.identifiers.email?.id ?? '')
    const profile = (await readProfiles(scope(rotated), ladder, [id])).get(id)
    expect(profile?.events.filter((event) => event.bad === 1)).toHaveLength(1)
    expect(versionOf(profile?.id ?? '')).toBe(3)
    const search = await house.services.assessments.orders.search(
      { merchantId: rotated.merchantId, mode: 'live' },
      'person1@shop-customers.example',
    )
    expect(search.found).toBeGreaterThan(0)
  })

  test('declared identifiers climb with the rest: their past, their outcomes and their page', async () => {
    const tenant = { merchantId: rotated.merchantId, mode: 'live' as const }
    const before = await score(rotated, anOrder({ custom_inputs: { seller: 'of before', coupon: 'OF BEFORE' } }))
    expect((await label(rotated, before.id)).status).toBeLessThan(300)
    const [order] = await house.services.assessments.stored.byIds(tenant, [before.id])
    const own = order?.identifiers.own ?? {}
    expect(Object.keys(own).sort()).toEqual(['coupon', 'seller'])
    await rotateWhile(async () => undefined)

    const { ladder } = await house.foundation.vault.storeKeys(rotated.merchantId)
    const ownIds = (await stored(rotated)).map(({ id }) => id).filter((id) => id.startsWith('own.'))
    expect(ownIds.length).toBeGreaterThanOrEqual(2)
    expect(ownIds.map(versionOf).filter((version) => version !== ladder.newest)).toEqual([])
    const after = await score(rotated, anOrder({ custom_inputs: { seller: 'of before', coupon: 'OF BEFORE' } }))
    const told = after.reasons.filter(({ code }) => code === 'OWN_OUTCOMES_BAD')
    expect(told).toHaveLength(1)
    for (const [name, ref] of Object.entries(own)) {
      const page = await house.services.profiles.get(tenant, ownKind(name), ref)
      expect([page.orders_total, page.outcomes.bad]).toEqual([2, 1])
    }
  })

  test('under load no order is counted twice or left out', async () => {
    const device = { id: 'one-phone-for-all' }
    let sent = 0
    await rotateWhile(async () => {
      const orders = Array.from({ length: 5 }, () =>
        score(rotated, anOrder({ device, email: { address: `load${(sent += 1)}@x-shop.example` } })),
      )
      await Promise.all(orders)
    })
    const last = await score(rotated, anOrder({ device, email: { address: 'last@x-shop.example' } }))
    const { ladder } = await house.foundation.vault.storeKeys(rotated.merchantId)
    const [order] = await house.services.assessments.stored.byIds({ merchantId: rotated.merchantId, mode: 'live' }, [
      last.id,
    ])
    const id = profileId('device', order?.identifiers.device?.id ?? '')
    const profile = (await readProfiles(scope(rotated), ladder, [id])).get(id)
    expect(sent).toBeGreaterThanOrEqual(25)
    expect(new Set(profile?.events.map((event) => event.id)).size).toBe(sent + 1)
    expect(profile?.events).toHaveLength(sent + 1)
  })

  test('the keys of the other store are what they were', async () => {
    expect((await house.foundation.vault.storeKeys(twin.merchantId)).ladder.newest).toBe(1)
  })

  test('cut off between any two writes, and begun again, it ends the same', async () => {
    rotated = await newStore('Cut off')
    twin = await newStore('Twin of it')
    for (let turn = 0; turn < 6; turn += 1) await scoreBoth(turn % 2 === 0)
    await rotation().ask(rotated.merchantId)
    let deaths = 0
    // Each slice is cut off before its first write, then before its second, until it comes through.
    for (let writes = 0; (await rotation().progress())?.phase !== 'done'; writes += 1) {
      const documents = diesAfter(house.foundation.documents, writes)
      try {
        await createRotation({ ...house.foundation, documents }, house.services.network, Date.now, timing).rotate()
        writes = -1
        await scoreBoth(deaths % 2 === 0)
      } catch (error) {
        if (!(error instanceof Died)) throw error
        deaths += 1
      }
    }
    expect(deaths).toBeGreaterThan(20)
    for (let turn = 0; turn < 6; turn += 1) await scoreBoth(turn % 2 === 0)
  })
}

describe('SQLite', () => {
  suite(() => openTestHouse())
})

withServer('mongodb', 'MongoDB', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>>
  afterAll(() => place.remove())
  suite(async () => {
    place = await createMongoPlace(address)
    return openTestHouse({ env: { DATABASE_URL: place.uri } })
  })
})
