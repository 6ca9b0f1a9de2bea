import fc from 'fast-check'
import type { Evidence, EvidenceValue } from '../evidence.ts'
import type { Policy } from '../policy.ts'
import { registry } from '../registry.ts'

/** Any value an evidence may store, its own edges more often than chance would find them. */
export function anyValueOf(evidence: Evidence): fc.Arbitrary<EvidenceValue> {
  switch (evidence.type) {
    case 'number':
      return fc.oneof(
        fc.constantFrom(...evidence.points.map(([from]) => from)),
        evidence.unit === 'count'
          ? fc.integer({ min: 0, max: 300 })
          : fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6),
      )
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(evidence.points))
  }
}

export const anyValues: fc.Arbitrary<EvidenceValue[]> = fc.tuple(
  ...registry.map((evidence) => fc.option(anyValueOf(evidence), { nil: null })),
)

/** What a damaged database may hand back. */
export const anyGarbage = fc.array(
  fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.string(),
    fc.constantFrom<EvidenceValue>('__proto__', 'constructor', 'toString', -1, NaN, Infinity, -Infinity),
  ),
  { maxLength: registry.length + 5 },
)

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    base: fc.integer({ min: 30, max: 100 }),
    decline: fc.integer({ min: 0, max: 100 }),
    review: fc.integer({ min: 0, max: 100 }),
    off: fc.subarray(
      registry.map(({ name }) => name),
      { maxLength: 5 },
    ),
  })
  .map(({ base, decline, review, off }) => ({
    revision: 'pol_any',
    base,
    thresholds: { decline: Math.min(decline, review), review: Math.max(decline, review) },
    off,
  }))
