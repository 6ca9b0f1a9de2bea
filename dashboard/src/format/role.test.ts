import { whoMay } from './role.ts'

test('who may do a thing is said as a sentence says it', () => {
  expect(whoMay('network.share')).toBe('Owner')
  expect(whoMay('keys.change')).toBe('Owner and Admin')
  expect(whoMay('orders.label')).toBe('Owner, Admin and Approver')
})
