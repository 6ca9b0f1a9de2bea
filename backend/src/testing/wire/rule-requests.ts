import { operator } from '../../features/audit/service.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

const aRule = (name = 'Large order') => ({
  name,
  expression: 'order.amount > 90000000',
  action: { type: 'review' as const },
  state: 'shadow' as const,
})

const findSpare = async ({ house: { services }, shop }: World): Promise<string> => {
  const { data } = await services.rules.list(shop.merchantId, { limit: 100 })
  const spare = data.find(({ name }) => name === 'Spare')
  return (spare ?? (await services.rules.create(operator, shop.merchantId, aRule('Spare')))).id
}
/** A store has at most a hundred rules, so one is used again. Where the database is gone, any id of its shape will do. */
const spareRule = (world: World): Promise<string> => findSpare(world).catch(() => `rul_${'0'.repeat(26)}`)

const consoleRules = '/console/v1/stores/:store/:mode/rules'
const policy = '/console/v1/stores/:store/:mode/policy'
const policyOf = ({ shop }: World): string => `/stores/${shop.merchantId}/test/policy`
const pathOf = ({ shop }: World): string => `/stores/${shop.merchantId}/test/rules`

export const ruleRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'GET /v1/rules': () => ({ path: '/v1/rules?limit=1' }),
  'POST /v1/rules': () => ({ path: '/v1/rules', body: aRule() }),
  'GET /v1/rules/:id': async (world) => ({ path: `/v1/rules/${await spareRule(world)}` }),
  'GET /v1/rules/:id/versions': async (world) => ({ path: `/v1/rules/${await spareRule(world)}/versions?limit=1` }),
  'PATCH /v1/rules/:id': async (world) => ({ path: `/v1/rules/${await spareRule(world)}`, body: { name: 'Larger' } }),
  'DELETE /v1/rules/:id': async (world) => ({ path: `/v1/rules/${await spareRule(world)}` }),
  [`GET ${consoleRules}`]: (world) => ({ path: pathOf(world) }),
  [`POST ${consoleRules}`]: (world) => ({ path: pathOf(world), body: aRule() }),
  [`POST ${consoleRules}/check`]: (world) => ({ path: `${pathOf(world)}/check`, body: { expression: 'email.typo' } }),
  [`GET ${consoleRules}/vocabulary`]: (world) => ({ path: `${pathOf(world)}/vocabulary` }),
  [`GET ${consoleRules}/templates`]: (world) => ({ path: `${pathOf(world)}/templates` }),
  [`GET ${consoleRules}/:id`]: async (world) => ({ path: `${pathOf(world)}/${await spareRule(world)}` }),
  [`GET ${consoleRules}/:id/versions`]: async (world) => ({
    path: `${pathOf(world)}/${await spareRule(world)}/versions?limit=1`,
  }),
  [`PATCH ${consoleRules}/:id`]: async (world) => ({
    path: `${pathOf(world)}/${await spareRule(world)}`,
    body: { name: 'Larger' },
  }),
  [`GET ${policy}`]: (world) => ({ path: policyOf(world) }),
  [`PATCH ${policy}`]: (world) => ({ path: policyOf(world), body: { plan: 'acting' } }),
  [`GET ${policy}/revisions`]: (world) => ({ path: `${policyOf(world)}/revisions` }),
  [`GET ${policy}/advice`]: (world) => ({ path: `${policyOf(world)}/advice` }),
  [`POST ${policy}/backtest`]: (world) => ({
    path: `${policyOf(world)}/backtest`,
    body: { thresholds: { standard: { review: 50, decline: 30 } } },
  }),
  [`POST ${consoleRules}/:id/remove`]: async (world) => ({ path: `${pathOf(world)}/${await spareRule(world)}/remove` }),
}
