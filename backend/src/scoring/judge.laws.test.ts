import fc from 'fast-check'
import { cardOf } from './card.ts'
import type { Evidence, EvidenceValue } from './evidence.ts'
import { deviceFamilies, familyShares, roundPoints } from './families.ts'
import { judge, noExtras } from './judge.ts'
import { pointsOf, sentenceOf } from './points.ts'
import { defaultPolicy, type Policy } from './policy.ts'
import { registry } from './registry.ts'
import { anyGarbage, anyPolicy, anyValueOf, anyValues } from './testing/any.ts'

const judged = (values: readonly EvidenceValue[], policy: Policy = defaultPolicy) => judge(values, policy, noExtras)
const places = new Map(registry.map(({ name }, index) => [name, index]))
const familyOf = new Map(
  registry.flatMap(({ code, goodCode, family }) => [
    [code, family],
    [goodCode ?? code, family],
  ]),
)

test('reasons add up to the score, whatever the evidence', () => {
  fc.assert(
    fc.property(anyValues, anyPolicy, (values, policy) => {
      const { base, reasons, sum, trust_score } = judged(values, policy)
      expect(reasons.reduce((total, { points }) => total + points, base)).toBe(sum)
      expect(trust_score).toBe(Math.min(100, Math.max(0, sum)))
    }),
  )
})

test('each reason says what the held score would be less its points', () => {
  fc.assert(
    fc.property(anyValues, anyPolicy, (values, policy) => {
      const { reasons, trust_score } = judged(values, policy)
      expect(reasons.map(({ without, points }) => without + points)).toEqual(reasons.map(() => trust_score))
    }),
  )
})

test('losses come first, largest first, then gains, largest first, then what only informs', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const points = judged(values).reasons.map((reason) => reason.points)
      const losses = points.filter((n) => n < 0).sort((a, b) => a - b)
      const gains = points.filter((n) => n > 0).sort((a, b) => b - a)
      expect(points).toEqual([...losses, ...gains, ...points.filter((n) => n === 0)])
    }),
  )
})

test('a line worth nothing is there to inform, or not there', () => {
  const informing = new Set(['DEVICE_ALONE', ...registry.filter(({ informs }) => informs).map(({ code }) => code)])
  fc.assert(
    fc.property(anyValues, (values) => {
      const { reasons } = judged(values)
      const idle = reasons.filter(({ code, points }) => points === 0 && !informing.has(code))
      const signs = reasons.map(({ points }) => (points === 0 ? 'neutral' : points < 0 ? 'negative' : 'positive'))
      expect(idle).toEqual([])
      expect(reasons.map(({ sentiment }) => sentiment)).toEqual(signs)
    }),
  )
})

test('the order of evidence does not matter to the total', () => {
  const anyLine = fc.record({ family: fc.constantFrom('a', 'b'), prior: fc.integer({ min: -30, max: 15 }) })
  const total = (lines: readonly { family: string; prior: number }[]) =>
    familyShares(lines).reduce((sum, share, index) => sum + roundPoints((lines[index]?.prior ?? 0) * share), 0)
  fc.assert(
    fc.property(
      fc
        .array(anyLine, { maxLength: 12 })
        .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
      ([lines, shuffled]) => expect(total(shuffled)).toBe(total(lines)),
    ),
  )
})

const directed = registry.filter(({ direction }) => direction !== 'none')

/** Two values of one evidence, the better one first. */
const anyPair = fc.constantFrom(...directed).chain((evidence) =>
  fc.tuple(fc.constant(evidence), anyValueOf(evidence), anyValueOf(evidence)).map(([, a, b]) => {
    // Choices stand in the order of their points.
    const rank = (value: EvidenceValue) =>
      evidence.type === 'choice' ? Object.keys(evidence.points).indexOf(String(value)) : Number(value)
    const [less, more] = rank(a) <= rank(b) ? [a, b] : [b, a]
    return {
      evidence,
      better: evidence.direction === 'more-is-worse' ? less : more,
      worse: evidence.direction === 'more-is-worse' ? more : less,
    }
  }),
)

test('worse evidence never raises the score', () => {
  const withValue = (values: readonly EvidenceValue[], evidence: Evidence, value: EvidenceValue) =>
    values.with(places.get(evidence.name) ?? 0, value)
  fc.assert(
    fc.property(anyValues, anyPair, (values, { evidence, better, worse }) => {
      const [good, bad] = [better, worse].map((value) => judged(withValue(values, evidence, value)))
      expect(bad?.sum).toBeLessThanOrEqual(good?.sum ?? -Infinity)
      expect(bad?.raw_score).toBeLessThanOrEqual(good?.raw_score ?? -Infinity)
    }),
    { numRuns: 200 },
  )
})

test('evidence worth a loss never raises the score by being there, one worth a gain never lowers it', () => {
  fc.assert(
    fc.property(anyValues, fc.nat({ max: registry.length - 1 }), (values, place) => {
      const evidence = registry[place]
      // Another way to pay may be another question, on another scale.
      fc.pre(cardOf(values) === cardOf(values.with(place, null)))
      const worth = evidence ? pointsOf(evidence, values[place] ?? null) : 0
      const change = judged(values).sum - judged(values.with(place, null)).sum
      expect(Math.sign(change) * Math.sign(worth)).not.toBe(-1)
    }),
  )
})

test('the device alone never declines', () => {
  const onDevice = registry.map(({ family }) => deviceFamilies.has(family))
  fc.assert(
    fc.property(anyValues, anyPolicy, (values, policy) => {
      const deviceOnly = values.map((value, index) => (onDevice[index] ? value : null))
      const { decision, reasons } = judged(deviceOnly, policy)
      if (reasons.some(({ points }) => points < 0)) expect(decision).not.toBe('decline')
    }),
  )
})

test('no decline would have been an approval without the device', () => {
  fc.assert(
    fc.property(anyValues, anyPolicy, (values, policy) => {
      const { decision, reasons, base } = judged(values, policy)
      if (decision !== 'decline') return
      const kept = reasons.filter(({ code, points }) => points > 0 || !deviceFamilies.has(familyOf.get(code) ?? ''))
      const score = kept.reduce((sum, { points }) => sum + points, base)
      if (kept.length < reasons.length)
        expect(Math.max(0, score)).toBeLessThan(policy.cards[cardOf(values)].thresholds.review)
    }),
  )
})

test('is the same function every time', () => {
  fc.assert(
    fc.property(anyValues, anyPolicy, (values, policy) =>
      expect(judged(values, policy)).toEqual(judged(values, policy)),
    ),
  )
})

test('never throws, whatever a damaged database hands back', () => {
  fc.assert(
    fc.property(anyGarbage, anyPolicy, (values, policy) => {
      const { sum, reasons } = judged(values, policy)
      expect(Number.isInteger(sum)).toBe(true)
      for (const { text } of reasons) expect(text.length).toBeGreaterThan(0)
    }),
  )
})

test('every sentence is short, capitalised and without a full stop', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...registry).chain((evidence) => fc.tuple(fc.constant(evidence), anyValueOf(evidence))),
      ([evidence, value]) => {
        const text = sentenceOf(evidence, value)
        expect(text).toMatch(/^[A-Z0-9].{5,67}[^.]$/)
        expect(text).not.toMatch(/fraud|suspicious|criminal|score|undefined|NaN|-\d|\d%/i)
      },
    ),
    { numRuns: 1_000 },
  )
})

test.each(registry.filter(({ type }) => type === 'number').map((evidence) => [evidence.name, evidence] as const))(
  '%s: one thing is not told as several',
  (_name, evidence) => {
    expect(sentenceOf(evidence, 1)).not.toMatch(
      /\b1 (?:(?:e-mail|IP|phone|postal|other|refused|earlier) )*[a-z]+[^s]s\b/,
    )
  },
)
