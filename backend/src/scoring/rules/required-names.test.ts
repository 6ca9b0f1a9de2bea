import { environment } from './environment.ts'
import { requiredNames } from './required-names.ts'

test.each([
  ['order.amount > 3', ['order.amount']],
  ['order.amount > 3 && email.typo', ['order.amount', 'email.typo']],
  ['order.amount > 3 || email.typo', []],
  ['order.amount > 3 || (email.typo && order.amount > 1)', ['order.amount']],
  ['!(order.amount > 3 || email.typo)', ['order.amount', 'email.typo']],
  ['!(order.amount > 3 && email.typo)', []],
  ['has(order.amount)', []],
  ['email.typo ? order.amount > 3 : order.amount > 4', ['email.typo', 'order.amount']],
  ['basket.categories.exists(c, c == order.currency)', ['basket.categories']],
  ['order.amount in [1, basket.lines]', ['order.amount', 'basket.lines']],
  ['shipping.city.contains(billing.city)', ['shipping.city', 'billing.city']],
  ['true', []],
])('%s needs %j', (text, names) => {
  expect([...requiredNames(environment.parse(text).ast)].sort()).toEqual([...names].sort())
})
