import { adviceCall } from './advice-call.ts'
import { controlOf } from './control-of.ts'

test('costs are asked about in minor units and shares', () => {
  const costs = { margin: '30', cost: '20', reviewCost: '3,50', reviewFinds: '80' }
  const call = adviceCall('cod', costs, 'EUR') ?? ''
  expect(Object.fromEntries(new URLSearchParams(call.split('?')[1]))).toEqual({
    card: 'cod',
    margin: '0.3',
    cost: '2000',
    review_cost: '350',
    review_finds: '0.8',
  })
  expect(adviceCall('cod', { ...costs, margin: '101' }, 'EUR')).toBeNull()
  expect(adviceCall('cod', { ...costs, cost: '' }, 'EUR')).toBeNull()
})

test.each([
  ['JPY', '20', 50],
  ['EUR', '2000', 5000],
  ['KWD', '20000', 50_000],
])('%s is counted in its own minor units', (currency, cost, most) => {
  const call = adviceCall('standard', { margin: '30', cost: '20', reviewCost: '3', reviewFinds: '80' }, currency) ?? ''
  expect(new URLSearchParams(call.split('?')[1]).get('cost')).toBe(cost)
  expect(controlOf('1', '50', currency)?.at_most).toEqual({ [currency]: most })
})

test('the control share is read from percent and whole units', () => {
  expect(controlOf('1,5', '50', 'EUR')).toEqual({ share: 0.015, at_most: { EUR: 5000 } })
  expect([controlOf('2.1', '50', 'EUR'), controlOf('', '50', 'EUR'), controlOf('1', '50', 'EU')]).toEqual([
    null,
    null,
    null,
  ])
})
