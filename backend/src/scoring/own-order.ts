import type { Context } from './context.ts'

/**
 * Orders received within this time of each other are simultaneous: whichever was recorded first is seen by the other,
 * also when its receipt was a little later. Equals the lease of a claim.
 */
export const simultaneousMs = 10_000

/** Whose past is looked at, and from when. */
export type Own = Pick<Context, 'now' | 'orderRef' | 'partners'>

/** Attempts of the same order are not its history, and what came later is not known yet. */
export const isPast = (
  { at, orderRef }: { readonly at: number; readonly orderRef: string },
  own: Pick<Own, 'now' | 'orderRef'>,
): boolean => orderRef !== own.orderRef && at <= own.now + simultaneousMs
