import { fitTables } from './fit.ts'
import { matrixOf, ordersOf, valuesWith } from './testing/orders.ts'

test('what other stores said keeps its expert points, however well it tells', () => {
  const orders = ordersOf({ orders: 2_000, seed: 3 }).map((order) => {
    const said = order.bad ? '3 to 9' : 'none'
    return {
      ...order,
      values: valuesWith({ 'network.email_fraud': said, 'payment.method': order.bad ? 'cod' : 'card' }),
    }
  })
  const matrix = matrixOf(orders)
  const { corrections } = fitTables(matrix, matrix.offset)
  const learnedOf = (name: string): number => {
    const index = matrix.features.findIndex((feature) => feature.name === name)
    return Math.max(...(corrections[index] ?? []).map(Math.abs))
  }
  expect(learnedOf('network.email_fraud')).toBe(0)
  // In log-odds.
  expect(learnedOf('payment.method')).toBeGreaterThan(1)
})
