import type { ProfileOrder } from '#contract/console.ts'
import type { Standing } from '../../scoring/standing.ts'

/** The strongest word for what became of an order; null while nothing did. */
export const outcomeName = (standing: Standing | undefined): ProfileOrder['outcome'] => {
  if (!standing) return null
  const { fraud, refused, unpaid, returned, declined, outcome } = standing
  if (fraud === 'bad') return 'bad'
  if (refused) return 'refused'
  if (unpaid) return 'unpaid'
  if (declined) return 'declined'
  if (returned) return 'returned'
  return outcome === 'good' || outcome === 'bad' ? outcome : null
}
