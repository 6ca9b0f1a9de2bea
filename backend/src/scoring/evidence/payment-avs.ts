import { choice } from '../evidence.ts'

type Match = 'full' | 'partial' | 'none'

/** Codes of Visa, Mastercard and American Express. All others mean that the issuer did not check: unknown, not bad. */
const matches: Readonly<Record<string, Match>> = {
  ...{ Y: 'full', X: 'full', D: 'full', F: 'full', M: 'full' },
  ...{ A: 'partial', B: 'partial', P: 'partial', W: 'partial', Z: 'partial' },
  ...{ N: 'none', C: 'none' },
}

const sentences: Readonly<Record<string, string>> = {
  full: 'The card issuer confirmed the billing address',
  partial: 'The card issuer confirmed part of the billing address',
  none: 'The billing address is not the one the card issuer knows',
}

/** Address verification: whether the billing address is the one the issuer knows. */
export const paymentAvs = choice<Match>({
  name: 'payment.avs',
  code: 'AVS_MISMATCH',
  goodCode: 'AVS_MATCH',
  title: 'Billing address not confirmed by the issuer',
  goodTitle: 'Billing address confirmed by the issuer',
  family: 'card-checks',
  scope: 'order',
  direction: 'none',
  basis: 'judgement: likelihood ratios 0.7, 1.1 and 2.6; people who moved fail honestly',
  missing: 'no result was sent, or the issuer did not check',
  points: { full: 5, partial: -1, none: -14 },
  read: ({ order }) => {
    const code = order.card.avs?.toUpperCase() ?? ''
    return Object.hasOwn(matches, code) ? (matches[code] ?? null) : null
  },
  say: (match) => sentences[match] ?? '',
})
