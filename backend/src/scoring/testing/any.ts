import fc from 'fast-check'
import type { Evidence, EvidenceValue, Unit } from '../evidence.ts'
import { defaultPolicy, type Policy, type ScoreCard } from '../policy.ts'
import { registry } from '../registry.ts'

const anyWhole = fc.integer({ min: 0, max: 300 })
const anyFraction = (min: number, max: number) => fc.integer({ min: min * 1e6, max: max * 1e6 }).map((n) => n / 1e6)
const anyOfUnit: Readonly<Record<Unit, fc.Arbitrary<number>>> = {
  count: anyWhole,
  days: anyWhole,
  minutes: anyWhole,
  seconds: anyWhole,
  share: anyFraction(0, 1),
  ratio: anyFraction(0, 100),
  bits: anyFraction(-9, 15),
}

/** Any value an evidence may store, its own edges more often than chance would find them. */
export function anyValueOf(evidence: Evidence): fc.Arbitrary<EvidenceValue> {
  switch (evidence.type) {
    case 'number':
      return fc.oneof(fc.constantFrom(0, ...evidence.points.map(([from]) => from)), anyOfUnit[evidence.unit])
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

const names = registry.map(({ name }) => name)

const anyCard: fc.Arbitrary<ScoreCard> = fc
  .record({
    base: fc.integer({ min: 30, max: 100 }),
    decline: fc.integer({ min: 0, max: 100 }),
    review: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ base, decline, review }) => ({
    base,
    thresholds: { decline: Math.min(decline, review), review: Math.max(decline, review) },
    tables: null,
    model: null,
  }))

/** What the score alone makes of an order: no rules, no lists, acting. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    standard: anyCard,
    cod: anyCard,
    off: fc.subarray(names, { maxLength: 5 }),
    weights: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(0, 0.5, 2, 3), { maxKeys: 3 }),
  })
  .map(({ standard, cod, ...more }) => ({
    ...{ ...defaultPolicy, ...more },
    revision: 'pol_any',
    cards: { standard, cod },
  }))
