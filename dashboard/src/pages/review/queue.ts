import type { Review } from '#contract/console.ts'

/** What moved in the queue while somebody reads it: changed and gone ones at once, new ones only when asked for. */
export const settle = (
  shown: readonly Review[],
  arrived: readonly Review[],
): { readonly rows: readonly Review[]; readonly held: readonly Review[] } => {
  const latest = new Map(arrived.map((review) => [review.id, review]))
  const known = new Set(shown.map(({ id }) => id))
  return {
    rows: shown.flatMap(({ id }) => latest.get(id) ?? []),
    held: arrived.filter(({ id }) => !known.has(id)),
  }
}

const isFree = ({ claimed_by: by }: Review, me: string): boolean => by === null || by === me

/** Where to go from an order: the next free one below it, else the first free one, else whatever is left. */
export const nextOf = (rows: readonly Review[], current: string | undefined, me: string): Review | undefined => {
  const at = rows.findIndex(({ id }) => id === current)
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].filter(({ id }) => id !== current)
  return others.find((review) => isFree(review, me)) ?? others[0]
}

/** Open orders of the same device, this one among them. */
export const groupOf = (rows: readonly Review[], review: Review): readonly Review[] =>
  review.group === null ? [] : rows.filter(({ group }) => group === review.group)

/** Sums per currency: they are never mixed. */
export const amountsOf = (
  rows: readonly Pick<Review, 'amount' | 'currency'>[],
): readonly (readonly [string, number])[] => [
  ...rows.reduce(
    (sums, { amount, currency }) => sums.set(currency, (sums.get(currency) ?? 0) + amount),
    new Map<string, number>(),
  ),
]
