import fc from 'fast-check'
import { networkBuckets, type NetworkBucket } from '#contract/network.ts'
import { networkPointsAtMost } from './network-signal.ts'
import { pointsOf } from './points.ts'
import { registry } from './registry.ts'

const network = registry.filter(({ scope }) => scope === 'network')
const answers: readonly (NetworkBucket | 'none')[] = ['none', ...networkBuckets]

test('the published cap is less than the way from the review line to the decline line', () => {
  expect(network).toHaveLength(15)
  expect(networkPointsAtMost).toBe(20)
})

test('one step of every answer at once moves the sum by no more than the cap', () => {
  // Of each family only one line speaks (features/network/view.laws.test.ts), so one evidence stands for each.
  const families = [...new Map(network.map((evidence) => [evidence.family, evidence])).values()]
  const step = fc.record({ at: fc.integer({ min: 0, max: 2 }), moves: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { minLength: families.length, maxLength: families.length }), (steps) => {
      const moved = families.reduce((total, evidence, index) => {
        const { at, moves } = steps[index] ?? { at: 0, moves: false }
        const worth = (place: number) => pointsOf(evidence, answers[place] ?? 'none')
        return total + (moves ? Math.abs(worth(at + 1) - worth(at)) : 0)
      }, 0)
      expect(moved).toBeLessThanOrEqual(networkPointsAtMost)
    }),
  )
})
