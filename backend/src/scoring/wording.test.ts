import { amountInHistory, amountOf, daysAgo, percent } from './wording.ts'

test.each([
  [amountOf(0, 'order'), '0 orders'],
  [amountOf(1, 'order'), '1 order'],
  [amountOf(2, 'address', 'addresses'), '2 addresses'],
  [amountInHistory(1, 'order'), '1 order'],
  [amountInHistory(255, 'order'), '255 orders'],
  [amountInHistory(256, 'order'), '256 or more orders'],
  [percent(0.034), '3.4 %'],
  [percent(0.02), '2 %'],
  [percent(0.5), '50 %'],
  [percent(0.999), '99.9 %'],
  [percent(1), '100 %'],
  [daysAgo(0), 'in the last 24 hours'],
  [daysAgo(1), '1 day ago'],
  [daysAgo(12), '12 days ago'],
  [daysAgo(400), '13 months ago'],
  [daysAgo(800), '2 years ago'],
])('%s', (written, expected) => {
  expect(written).toBe(expected)
})
