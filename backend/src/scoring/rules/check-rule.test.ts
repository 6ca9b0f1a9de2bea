import { checkRule, mostCostPerRule } from './check-rule.ts'

const problemsOf = (text: string) => checkRule(text).problems
const costOf = (text: string) => checkRule(text).reading?.cost

test.each([
  'device.emails_24h > 3',
  'order.amount > 50000 && payment.method == "card"',
  'order.amount * 1.5 > 3 / 2.0',
  'email.digits_share * 2 > 1',
  'shipping.country in ["NG", "RU"] || billing.country != shipping.country',
  '"electronics" in basket.categories',
  'basket.categories.exists(c, c.startsWith("gift"))',
  'has(custom_inputs.loyalty_tier) && custom_inputs.loyalty_tier == "gold"',
  '!email.disposable && size(shipping.city) > 3',
  '"email" in lists.watch',
  'custom_inputs.vip',
  'email.orders_24h > 2 ? order.amount > 100 : false',
])('%s can be saved', (text) => {
  expect(problemsOf(text)).toEqual([])
})

test.each([
  ['device.emials_24h > 3', 'unknown_name', 0, 17, 'device.emails_24h'],
  ['devcie.emails_24h > 3', 'unknown_name', 0, 17, 'device.emails_24h'],
  ['true && email.emails_24h > 3', 'unknown_name', 8, 24, 'device.emails_24h'],
  ['device > 3', 'unknown_name', 0, 6, null],
  ['order.amount = 3', 'syntax', 13, 14, '=='],
  ['order.amount > 3 and true', 'syntax', 17, 20, '&&'],
  ['order.amount >', 'syntax', 14, 14, null],
  ['', 'syntax', 0, 0, null],
  ['order.amount > "3"', 'type', 0, 18, null],
  ['order.amount && true', 'type', 0, 20, null],
  ['order.amount + 3', 'not_a_condition', 0, 16, null],
  ['payment.method.matches("a+")', 'not_offered', 0, 28, null],
  ['["a"].map(x, x + x).size() > 1', 'not_offered', 0, 19, null],
  ['cel.bind(x, 1, x > 0)', 'not_offered', 0, 21, null],
  ['order["amount"] > 1', 'not_offered', 0, 15, null],
  ['email.typo == null', 'not_offered', 14, 18, null],
  ['custom_inputs.Über == 1', 'syntax', 14, 15, null],
  ['{"a": 1}.a > 0', 'not_offered', 0, 10, null],
] as const)('%s is refused as %s, where it is wrong', (text, code, from, to, suggestion) => {
  expect(problemsOf(text)[0]).toMatchObject({ code, from, to, suggestion })
})

test('every unknown name is named, with line and column', () => {
  const problems = problemsOf('order.amuont > 3 &&\n  emali.typo')
  expect(problems.map(({ line, column, suggestion }) => [line, column, suggestion])).toEqual([
    [1, 1, 'order.amount'],
    [2, 3, 'email.typo'],
  ])
})

test('cost counts what may be evaluated: a loop costs its body as often as the list is long', () => {
  expect(costOf('order.amount > 3')).toBe(3)
  expect(costOf('basket.categories.exists(c, c == "a")')).toBe(1 + 1 + 250 * 3)
  const nested = 'basket.categories.exists(c, basket.categories.exists(d, c == d))'
  expect(costOf(nested)).toBeGreaterThan(mostCostPerRule)
  expect(problemsOf(nested)).toMatchObject([{ code: 'too_costly' }])
})

test('what is too long, too deep or too wide is refused without being walked', () => {
  expect(problemsOf('x'.repeat(3_000))).toMatchObject([{ code: 'too_long' }])
  expect(problemsOf(`${'('.repeat(200)}true${')'.repeat(200)}`)).toMatchObject([{ code: 'syntax' }])
  expect(problemsOf(`1 in [${Array(300).fill('1').join(',')}]`)).toMatchObject([{ code: 'syntax' }])
})

test('names and texts are found', () => {
  const { reading } = checkRule('custom_inputs.tier in ["gold", "black"] && order.amount > 1')
  expect([...(reading?.names ?? [])]).toEqual(['custom_inputs.tier', 'order.amount'])
  expect([...(reading?.texts ?? [])]).toEqual(['gold', 'black'])
})
