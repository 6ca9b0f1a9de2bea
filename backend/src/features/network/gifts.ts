import type { StoredGift } from './collections.ts'

/** Whatever a store sends, it keeps at most so many orders of one identifier; a fraud is the last to go. */
export const giftsAtMost = 32

/** What an order newly says. `outcome` null: what was said is taken back. */
export interface Gift {
  /** The order under a key of its own: no store recognises another's. */
  readonly order: string
  readonly at: number
  readonly declined?: boolean
  readonly outcome?: 'bad' | 'good' | null
}

const outcomeOf = ({ at, outcome }: Gift, [, , , badAt, goodAt]: StoredGift): readonly [number, number] =>
  outcome === undefined ? [badAt, goodAt] : [outcome === 'bad' ? at : 0, outcome === 'good' ? at : 0]

const declineOf = ({ at, declined }: Gift, declinedAt: number): number =>
  declined === undefined ? declinedAt : declined ? declinedAt || at : 0

const merged = (known: StoredGift, gift: Gift): StoredGift => {
  // Told again after a crash, or overtaken: what is known is newer.
  if (gift.at < known[1]) return known
  return [gift.order, gift.at, declineOf(gift, known[2]), ...outcomeOf(gift, known)]
}

const saysNothing = ([, , declinedAt, badAt, goodAt]: StoredGift): boolean => declinedAt + badAt + goodAt === 0

/** Frauds first, then newest first. */
const byWorth = (one: StoredGift, other: StoredGift): number =>
  Number(other[3] > 0) - Number(one[3] > 0) || other[1] - one[1]

/** The row after some news: the same news twice, or in another order, is the same row. */
export const withGifts = (known: readonly StoredGift[], gifts: readonly Gift[]): readonly StoredGift[] => {
  const byOrder = new Map(known.map((gift) => [gift[0], gift]))
  for (const gift of [...gifts].sort((one, other) => one.at - other.at)) {
    byOrder.set(gift.order, merged(byOrder.get(gift.order) ?? [gift.order, 0, 0, 0, 0], gift))
  }
  return [...byOrder.values()]
    .filter((gift) => !saysNothing(gift))
    .sort(byWorth)
    .slice(0, giftsAtMost)
}
