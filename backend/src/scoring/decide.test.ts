import { judge, noExtras, type Extras } from './judge.ts'
import type { Policy, PolicyRule } from './policy.ts'
import { defaultPolicy } from './policy.ts'
import { registry } from './registry.ts'
import { ruleFieldsOf } from './rules/rule-fields.ts'
import { bareOrder } from './testing/contexts.ts'
import { aRule, policyWith } from './testing/policies.ts'

const valuesOf = (named: Readonly<Record<string, number | boolean | string>>) =>
  registry.map(({ name }) => named[name] ?? null)
const nothing = valuesOf({})
const bad = valuesOf({
  'automation.hints': 9,
  'email.disposable': true,
  'email.malformed': true,
  'email.gibberish': true,
})
const fields = ruleFieldsOf({ ...bareOrder, amount: 5_000, currency: 'EUR' }, null)
const ruled = (...rules: PolicyRule[]): Policy => ({ ...defaultPolicy, rules })
const decided = (policy: Policy, extras: Partial<Extras> = {}, values = nothing) =>
  judge(values, policy, { ...noExtras, fields, ...extras })

const allow = aRule({ name: 'Allow', action: { type: 'allow' } })
const block = aRule({ name: 'Block', action: { type: 'block' } })
const review = aRule({ name: 'Review', action: { type: 'review' } })
const broken = aRule({ name: 'Broken', expression: '1 / (order.amount - order.amount) > 1', action: { type: 'block' } })
const listed = (list: 'allow' | 'block' | 'watch') => ({
  hits: [{ list, kind: 'email', item_id: `lst_${list}` }] as const,
})

test('allow list, block list, rules, score: the first that has something to say decides', () => {
  const both = { hits: [...listed('block').hits, ...listed('allow').hits] }
  expect(decided(ruled(block), both, bad)).toMatchObject({
    decision: 'approve',
    decided_by: { type: 'list', id: 'lst_allow' },
  })
  expect(decided(ruled(allow), listed('block'))).toMatchObject({
    decision: 'decline',
    decided_by: { type: 'list', id: 'lst_block' },
  })
  expect(decided(ruled(allow), {}, bad)).toMatchObject({
    decision: 'approve',
    decided_by: { type: 'rule', id: allow.id, name: 'Allow' },
  })
  expect(decided(ruled(), {}, bad)).toMatchObject({ decision: 'decline', decided_by: { type: 'score' } })
})

test('a list decides and counts nothing; the watch list only says so', () => {
  const { reasons, trust_score } = decided(ruled(), listed('block'))
  expect(trust_score).toBe(70)
  expect(reasons).toMatchObject([{ code: 'LIST_BLOCK', points: 0, value: 'lst_block', sentiment: 'neutral' }])
  expect(decided(ruled(), listed('watch'))).toMatchObject({ decision: 'approve', decided_by: { type: 'score' } })
})

test('the strongest action wins, whatever the order; of one action the first is named', () => {
  const second = aRule({ action: { type: 'block' } })
  expect(decided(ruled(review, block, allow)).decided_by.id).toBe(allow.id)
  expect(decided(ruled(review, block, second)).decided_by.id).toBe(block.id)
  expect(decided(ruled(review)).decision).toBe('review')
  expect(decided(ruled(review)).reasons).toMatchObject([
    { code: 'RULE_DECIDED', points: 0, text: 'Rule says review: Review' },
  ])
})

test('points of rules add up with the rest, and may change what the score decides', () => {
  const less = aRule({ name: 'Less', action: { type: 'points', points: -35 } })
  const more = aRule({ name: 'More', action: { type: 'points', points: 5 } })
  const verdict = decided(ruled(less, more))
  expect(verdict).toMatchObject({
    sum: 40,
    raw_score: 40,
    decision: 'approve',
    decided_by: { type: 'score', id: null },
  })
  expect(verdict.reasons.map(({ points, text, value }) => [points, text, value])).toEqual([
    [-35, 'Rule: Less', less.id],
    [5, 'Rule: More', more.id],
  ])
  expect(decided(ruled(less)).decision).toBe('review')
})

test('a rule that cannot be computed is named, and nothing is approved, not even by another rule', () => {
  for (const policy of [ruled(broken), ruled(broken, allow)]) {
    const { decision, decided_by: by, reasons, rules } = decided(policy)
    expect({ decision, by }).toEqual({ decision: 'review', by: { type: 'rule', id: broken.id, name: 'Broken' } })
    expect(reasons.map(({ text }) => text)).toContain('Rule not computed: Broken')
    expect(rules).toContainEqual({ id: broken.id, outcome: 'failed', state: 'live' })
  }
  expect(decided(ruled(broken), {}, bad).decision).toBe('decline')
  expect(decided(ruled(broken), listed('allow')).decision).toBe('approve')
})

test('a rule in shadow is computed and counted, and changes nothing; one that is off is not computed', () => {
  const shadow = [block, broken, aRule({ action: { type: 'points', points: -50 } })].map((rule) => ({
    ...rule,
    state: 'shadow' as const,
  }))
  const { rules, ...verdict } = decided(ruled(...shadow))
  const { rules: none, ...usual } = decided(ruled({ ...block, state: 'off' }))
  expect(verdict).toEqual(usual)
  expect(none).toEqual([])
  expect(rules.map(({ outcome }) => outcome)).toEqual(['matched', 'failed', 'matched'])
})

test('the shadow plan approves everything and says what it would have done', () => {
  const shadow: Policy = { ...ruled(), plan: 'shadow' }
  expect(decided(shadow, {}, bad)).toMatchObject({
    decision: 'approve',
    would_decide: 'decline',
    recommendation: 'none',
  })
  expect(decided(shadow)).toMatchObject({ decision: 'approve', would_decide: 'approve' })
  expect(decided(shadow, listed('block'))).toMatchObject({ decision: 'approve', would_decide: 'decline' })
  expect(decided(shadow, { test: 'decline' })).toMatchObject({ decision: 'decline', would_decide: null })
})

test('the control share lets through what the score declines, up to an amount, and nothing else', () => {
  const control = { share: 0.01, atMost: { EUR: 5_000 } }
  const policy: Policy = { ...ruled(), control }
  const drawn = { control: true }
  expect(decided(policy, drawn, bad)).toMatchObject({ decision: 'approve', would_decide: 'decline', control: true })
  expect(decided(policy, {}, bad)).toMatchObject({ decision: 'decline', would_decide: null, control: false })
  expect(decided(policy, drawn)).toMatchObject({ decision: 'approve', would_decide: null, control: false })
  expect(decided({ ...policy, rules: [block] }, drawn)).toMatchObject({ decision: 'decline', control: false })
  expect(decided(policy, { ...drawn, ...listed('block') }, bad)).toMatchObject({ decision: 'decline', control: false })
  const above = ruleFieldsOf({ ...bareOrder, amount: 5_001, currency: 'EUR' }, null)
  expect(decided(policy, { ...drawn, fields: above }, bad)).toMatchObject({ decision: 'decline', control: false })
  const elsewhere = ruleFieldsOf({ ...bareOrder, amount: 1, currency: 'USD' }, null)
  expect(decided(policy, { ...drawn, fields: elsewhere }, bad)).toMatchObject({ decision: 'decline', control: false })
  expect(decided(ruled(), drawn, bad)).toMatchObject({ decision: 'decline', control: false })
})

test('cash on delivery has a card of its own, on which its method is worth nothing', () => {
  const cod = valuesOf({ 'payment.method': 'cod', 'phone.refused_30d': 2, 'cod.new_customer': true })
  const { base, card, reasons, recommendation } = decided(
    { ...defaultPolicy, cards: { ...defaultPolicy.cards, cod: { ...defaultPolicy.cards.cod, base: 61 } } },
    {},
    cod,
  )
  expect({ base, card, recommendation }).toEqual({ base: 61, card: 'cod', recommendation: 'confirm_order' })
  expect(reasons.map(({ code }) => code)).not.toContain('PAYMENT_METHOD_RISKY')
})

test('a weight multiplies the expert points; none at all is as good as off', () => {
  const values = valuesOf({ 'email.disposable': true })
  const lossWith = (weight: number) =>
    decided({ ...ruled(), weights: { 'email.disposable': weight } }, {}, values).sum - 70
  expect(lossWith(2)).toBe(2 * lossWith(1))
  expect(lossWith(0)).toBe(0)
})

test('the device alone does not decline, unless a rule takes points as well', () => {
  const values = valuesOf({ 'device.emails_24h': 20, 'device.cards_24h': 20 })
  const low = policyWith({ base: 35 })
  const points = aRule({ action: { type: 'points', points: -20 } })
  expect(decided(low, {}, values)).toMatchObject({ decision: 'review' })
  expect(decided({ ...low, rules: [points] }, {}, values)).toMatchObject({ decision: 'decline' })
})
