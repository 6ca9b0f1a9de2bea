import { Rule, Rules, RuleVersions } from '#contract/rules.ts'
import { RuleCheck, RuleRows, RuleTemplates, Vocabulary } from '#contract/console.ts'
import type { Assessment } from '#contract/assessment.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let ines: SignedIn
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  shop = await house.createMerchant()
  ines = await signInTo(house, shop.organizationId)
})
afterAll(() => house.remove())

const at = (path = '') => `/stores/${shop.merchantId}/live/rules${path}`
const make = async (more: Readonly<Record<string, unknown>> = {}): Promise<Rule> => {
  const body = { name: 'Large', expression: 'order.amount > 10000', action: { type: 'review' }, state: 'live', ...more }
  return Rule.parse((await send(house, { path: '/v1/rules', body, keys: shop.live })).body)
}
const score = async (more: Readonly<Record<string, unknown>> = {}) =>
  (await send(house, { path: '/v1/assessments', body: anOrder(more), keys: shop.live })).body as Assessment

test('a rule rules from the next order on, and says so; the order replays after the rule is gone', async () => {
  const rule = await make()
  expect(rule).toMatchObject({ version: 1, order: 1, cost: 3, author: { type: 'key' } })
  const order = await score()
  expect(order).toMatchObject({
    decision: 'review',
    decided_by: { type: 'rule', id: rule.id, name: 'Large' },
    policy_revision: rule.policy_revision,
  })
  const removed = await send(house, { method: 'DELETE', path: `/v1/rules/${rule.id}`, keys: shop.live })
  expect(removed.body).toMatchObject({ id: rule.id, removed: true })
  expect((await score()).decision).toBe('approve')
  const replayed = await send(house, { path: `/v1/assessments/${order.id}/replay`, keys: shop.live })
  expect(replayed.body).toMatchObject({ match: true, differences: [] })
})

test('points of a rule are a line that adds up', async () => {
  await make({ action: { type: 'points', points: -12 } })
  const { reasons, sum, base } = await score()
  expect(reasons).toContainEqual(expect.objectContaining({ code: 'RULE_POINTS', points: -12, text: 'Rule: Large' }))
  expect(reasons.reduce((total, { points }) => total + points, base)).toBe(sum)
})

test('custom inputs are compared with the texts of the rule, though only their hashes are kept', async () => {
  await make({ expression: 'custom_inputs.tier in ["gold", "black"]', action: { type: 'block' } })
  expect((await score({ custom_inputs: { tier: 'gold' } })).decision).toBe('decline')
  expect((await score({ custom_inputs: { tier: 'silver' } })).decision).toBe('approve')
  expect((await score()).decision).toBe('approve')
})

test('a rule that cannot be computed sends the order to review, degraded, and says which', async () => {
  const rule = await make({
    name: 'Ratio',
    expression: '100 / (order.amount - order.amount) > 1',
    action: { type: 'allow' },
  })
  const order = await score()
  expect(order).toMatchObject({
    decision: 'review',
    decided_by: { type: 'rule', id: rule.id },
    degraded: true,
    degraded_causes: [`rule_failed:${rule.id}`],
  })
  expect(order.reasons.map(({ text }) => text)).toContain('Rule not computed: Ratio')
})

test('a new rule is in shadow and last; order can be changed', async () => {
  const first = await make()
  const second = await make({ name: 'Second', state: undefined })
  expect(second).toMatchObject({ state: 'shadow', order: 2 })
  expect(await score()).toMatchObject({ decided_by: { id: first.id } })
  await send(house, { method: 'PATCH', path: `/v1/rules/${second.id}`, body: { order: 1 }, keys: shop.live })
  const listed = Rules.parse((await send(house, { method: 'GET', path: '/v1/rules', keys: shop.live })).body)
  expect(listed.data.map(({ id, order }) => [id, order])).toEqual([
    [second.id, 1],
    [first.id, 2],
  ])
})

test('versions keep author and differences; saving what is there makes none', async () => {
  const { id } = await make()
  const change = { expression: 'order.amount > 20000', state: 'shadow' }
  expect(Rule.parse((await ines.patch(at(`/${id}`), change)).body)).toMatchObject({
    version: 2,
    author: { type: 'person', name: 'Ines Okafor' },
  })
  expect(Rule.parse((await ines.patch(at(`/${id}`), change)).body).version).toBe(2)
  await ines.post(at(`/${id}/remove`))
  const { data } = RuleVersions.parse((await ines.get(at(`/${id}/versions`))).body)
  expect(data.map(({ version, removed, author }) => [version, removed, author.type])).toEqual([
    [3, true, 'person'],
    [2, false, 'person'],
    [1, false, 'key'],
  ])
  expect(data[1]?.differences).toEqual([
    {
      field: 'expression',
      before: 'order.amount > 10000',
      after: 'order.amount > 20000',
      pieces: [
        { kind: 'same', text: 'order.amount > ' },
        { kind: 'removed', text: '10000' },
        { kind: 'added', text: '20000' },
      ],
    },
    { field: 'state', before: 'live', after: 'shadow', pieces: expect.any(Array) as unknown },
  ])
  const page = RuleVersions.parse((await ines.get(at(`/${id}/versions?limit=1&after=3`))).body)
  expect(page).toMatchObject({ data: [{ version: 2 }], has_more: true, next_cursor: '2' })
})

test('the editor is told what is wrong while one types, and what there is to write', async () => {
  const wrong = RuleCheck.parse((await ines.post(at('/check'), { expression: 'order.amuont > 3' })).body)
  expect(wrong).toMatchObject({
    valid: false,
    problems: [{ code: 'unknown_name', from: 0, to: 12, suggestion: 'order.amount' }],
  })
  const right = RuleCheck.parse((await ines.post(at('/check'), { expression: 'order.amount > 3' })).body)
  expect(right).toMatchObject({ valid: true, problems: [], cost: 3, names: ['order.amount'] })
  const { names } = Vocabulary.parse((await ines.get(at('/vocabulary'))).body)
  expect(names.find(({ name }) => name === 'device.emails_24h')).toMatchObject({ type: 'int', source: 'evidence' })
  expect(RuleTemplates.parse((await ines.get(at('/templates'))).body).data).toHaveLength(12)
})

test('every save leaves a trace without the wording', async () => {
  const { id } = await make({ name: 'Secret plan' })
  const rows = RuleRows.parse((await ines.get(at())).body)
  expect(rows.data).toMatchObject([{ id, matched: null }])
  expect(house.logged.join('')).not.toContain('Secret plan')
})
