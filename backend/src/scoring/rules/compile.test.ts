import { registry } from '../registry.ts'
import { bareOrder } from '../testing/contexts.ts'
import { holds, type RuleInput } from './compile.ts'
import { ruleFieldsOf } from './rule-fields.ts'

const valuesOf = (named: Readonly<Record<string, number | boolean | string>>) =>
  registry.map(({ name }) => named[name] ?? null)
const input = (more: Partial<RuleInput> = {}): RuleInput => ({
  values: valuesOf({ 'device.emails_24h': 4, 'email.disposable': true, 'email.digits_share': 0.25 }),
  hits: [],
  fields: ruleFieldsOf(
    {
      ...bareOrder,
      amount: 12_999,
      currency: 'EUR',
      custom: { tier: 'hash-of-gold', n: 4, share: 0.5, vip: true },
      basket: { lines: 2, items: 3, categories: ['phones', 'gift cards'] },
    },
    null,
  ),
  ...more,
})
const answer = (expression: string, words = {}, more: Partial<RuleInput> = {}) =>
  holds({ expression, words }, input(more))

test.each([
  ['device.emails_24h > 3', 'holds'],
  ['device.emails_24h > 4', 'holds_not'],
  ['email.disposable && order.amount > 10000', 'holds'],
  ['email.digits_share * 4 == 1.0', 'holds'],
  ['order.amount / 100 == 129', 'holds'],
  ['basket.categories.exists(c, c.startsWith("gift"))', 'holds'],
  ['custom_inputs.n == 4 && custom_inputs.n + 1 > 4 && custom_inputs.share < 1 && custom_inputs.vip', 'holds'],
  ['custom_inputs.n in [1, 4]', 'holds'],
  ['basket.items > 2', 'unknown'],
])('%s: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected)
})

test('a name without a value makes a condition unknown, and an unknown rule does not hold; nor does its contrary', () => {
  expect(answer('email.orders_24h > 3')).toBe('unknown')
  expect(answer('!(email.orders_24h > 3)')).toBe('unknown')
  expect(answer('custom_inputs.other == "x"')).toBe('unknown')
  expect(answer('has(email.orders_24h)')).toBe('holds_not')
  expect(answer('!has(custom_inputs.other)')).toBe('holds')
})

test('what is known without it is known', () => {
  expect(answer('email.orders_24h > 3 || true')).toBe('holds')
  expect(answer('!(email.orders_24h > 3 && false)')).toBe('holds')
  expect(answer('email.orders_24h > 3 ? true : true')).toBe('unknown')
})

test('texts of custom inputs are kept as hashes; a rule reads the ones it names and no other', () => {
  expect(answer('custom_inputs.tier == "gold"', { 'hash-of-gold': 'gold' })).toBe('holds')
  expect(answer('custom_inputs.tier == "silver"', { 'hash-of-silver': 'silver' })).toBe('holds_not')
})

test.each([
  '100 / (basket.lines - basket.lines) > 1',
  'custom_inputs.vip > 3',
  'custom_inputs.n',
  'order.amount * 9223372036854775807 > 1',
])('%s cannot be computed', (expression) => {
  expect(answer(expression)).toBe('failed')
})

test('an expression that this engine cannot read has failed', () => {
  expect(answer('gone.name > 3')).toBe('failed')
})

test('the watch list is asked by kind', () => {
  const hits = [{ list: 'watch', kind: 'email', item_id: 'lst_1' }] as const
  expect(answer('"email" in lists.watch', {}, { hits })).toBe('holds')
  expect(answer('"phone" in lists.watch', {}, { hits })).toBe('holds_not')
})

test('without fields, what needs them is unknown', () => {
  expect(answer('order.amount > 1', {}, { fields: null })).toBe('unknown')
})

test('a stored value of another type is as good as missing', () => {
  expect(answer('device.emails_24h > 3', {}, { values: valuesOf({ 'device.emails_24h': 'many' }) })).toBe('unknown')
})
