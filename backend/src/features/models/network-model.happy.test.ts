import { ordersOf } from '../../scoring/learning/testing/orders.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { plantModel } from '../../testing/plant-model.ts'
import type { TrainingOrder } from '../labels/service.ts'
import type { ModelDeps, Tenant } from './deps.ts'
import { createNetworkModel, weightsOf } from './network-model.ts'
import { createModelStore } from './model-store.ts'
import { createRunTraining, type TrainingRun } from './run-training.ts'
import { createTrainStore } from './train-store.ts'

jest.setTimeout(60_000)

let house: TestHouse
const tenants: Tenant[] = []
const sharing = new Set<string>()

beforeAll(async () => {
  house = await openTestHouse()
  for (let at = 0; at < 4; at += 1) {
    tenants.push({ merchantId: (await house.createMerchant(`Shop ${at}`)).merchantId, mode: 'live' })
  }
})
afterAll(() => house.remove())

const facts = { custom: { secret_of_store: 7 } } as unknown as TrainingOrder['facts']

/** Orders as labels would hand them over, of stores that differ. */
const depsWith = (seen: TrainingRun['job'][] = [], taken: unknown[] = []): ModelDeps => ({
  documents: house.foundation.documents,
  clock: () => Date.now(),
  log: house.log,
  changes: house.foundation.changes,
  merchants: house.foundation.merchants,
  stored: house.services.assessments.stored,
  personName: async () => null,
  shares: async ({ merchantId }) => sharing.has(merchantId),
  labels: {
    outcomesOf: house.services.labels.outcomesOf,
    totals: async () => ({ standard: { bad: 30, good: 600 }, cod: { bad: 0, good: 0 } }),
    trainingSet: async function* ({ merchantId }) {
      const orders = ordersOf({
        orders: 800,
        seed: tenants.findIndex((tenant) => tenant.merchantId === merchantId) + 1,
      })
      const adapted = orders.map((order, at) => ({
        ...order,
        ...{ id: `order-${at}`, method: 'card' as const, currency: 'EUR', declined: false, control: false, facts },
      }))
      yield { orders: adapted, seen: orders.length, declined: 0 }
    },
  },
  runTraining: async (run) => {
    seen.push(run.job)
    const pages = (async function* () {
      for await (const page of run.pages) {
        taken.push(...page)
        yield page
      }
    })()
    return createRunTraining(null)({ ...run, pages })
  },
})

test('fewer than three stores teach nobody', async () => {
  sharing.add(tenants[0]?.merchantId ?? '').add(tenants[1]?.merchantId ?? '')
  expect(await createNetworkModel(depsWith()).train('standard')).toBe(false)
})

test('three that share teach each other, and nobody else; only evidence crosses', async () => {
  sharing.add(tenants[2]?.merchantId ?? '')
  const taken: Record<string, unknown>[] = []
  const network = createNetworkModel(depsWith([], taken))
  expect(await network.train('standard')).toBe(true)
  expect(taken.length).toBe(2_400)
  expect(new Set(taken.flatMap((order) => Object.keys(order)))).toEqual(
    new Set(['at', 'values', 'bad', 'knownAt', 'weight', 'amount', 'method']),
  )
  const [first, , , other] = tenants
  if (!first || !other) throw new Error('no stores')
  const tables = (await network.modelFor(first, 'standard'))?.tables
  expect(Object.keys(tables?.custom ?? { none: 0 })).toEqual([])
  expect(tables?.tables['payment.method']).toBeDefined()
  expect(await network.modelFor(other, 'standard')).toBeNull()
  expect(await network.modelFor({ ...first, mode: 'test' }, 'standard')).toBeNull()
})

test('no store weighs more than two of the usual size', () => {
  expect(weightsOf([100, 100, 100])).toEqual([1, 1, 1])
  expect(weightsOf([100, 100, 10_000])).toEqual([1, 1, 0.02])
})

test('a store that shares no more goes back to the scorecard at once', async () => {
  const { models } = house.services
  const tenant = tenants[3]
  if (!tenant) throw new Error('no store')
  const id = await plantModel(house, tenant, { network: 'mdl_network', gate: { outcome: 'passed', checks: [] } })
  await models.promotePassed()
  expect((await house.foundation.merchants.policy(tenant.merchantId)).cards.standard.model).toBe(id)
  expect(await models.withdrawNetwork()).toBe(1)
  expect((await house.foundation.merchants.policy(tenant.merchantId)).cards.standard).toMatchObject({
    model: null,
    tables: null,
  })
  expect((await models.get(tenant, id)).model.state).toBe('retired')
})

test('a store that shares and has no labels yet gets what the others learned, once it ran beside', async () => {
  const [first] = tenants
  if (!first) throw new Error('no store')
  const deps = depsWith()
  const none: Pick<ModelDeps, 'labels'> = {
    labels: {
      ...deps.labels,
      totals: async () => ({ standard: { bad: 0, good: 0 }, cod: { bad: 0, good: 0 } }),
      trainingSet: async function* () {},
    },
  }
  const store = createModelStore(deps)
  const train = createTrainStore({ ...deps, ...none }, store)
  const network = createNetworkModel(deps)
  const told = await train(first, 'standard', { network: network.modelFor, isAsked: true, onProgress: () => undefined })
  expect(told.made).toBe(true)
  const model = await store.ofState(first, 'standard', 'challenger')
  expect(model).toMatchObject({ level: 'network', trained_on: { orders: 0, bad: 0 }, gate: { outcome: 'waiting' } })
  expect(model?.gate.checks.filter(({ outcome }) => outcome === 'waiting').map(({ name }) => name)).toEqual(['shadow'])
})
