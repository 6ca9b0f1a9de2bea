import { driftState, stabilityOf } from './drift.ts'

test('the same shares are calm, other ones are not', () => {
  const before = [0.5, 0.3, 0.2, 0]
  expect(stabilityOf(before, before)).toBe(0)
  expect(driftState(stabilityOf(before, [0.48, 0.31, 0.21, 0]))).toBe('calm')
  expect(driftState(stabilityOf(before, [0.3, 0.3, 0.4, 0]))).toBe('moved')
  expect(driftState(stabilityOf(before, [0.1, 0.1, 0.2, 0.6]))).toBe('far')
})
