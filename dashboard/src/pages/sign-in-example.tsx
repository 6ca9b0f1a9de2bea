import type { Reason } from '#contract/assessment.ts'
import { Waterfall } from '../parts/waterfall/waterfall.tsx'

const reason = (points: number, scope: Reason['scope'], text: string, without: number): Reason => ({
  code: text,
  points,
  scope,
  text,
  without,
  value: null,
  sentiment: points < 0 ? 'negative' : 'positive',
})

const example = {
  base: 70,
  sum: 67,
  trust_score: 67,
  decision: 'approve' as const,
  reasons: [
    reason(-12, 'store', '3 cards used by this e-mail in 7 days', 79),
    reason(-6, 'order', 'Billed in Ireland, ships to Spain', 73),
    reason(9, 'store', '6 earlier orders, none with a complaint', 58),
    reason(6, 'device', 'Time zone and language fit the IP country', 61),
  ],
}

export const ExampleScore = () => <Waterfall assessment={example} thresholds={{ review: 40, decline: 20 }} brief />
