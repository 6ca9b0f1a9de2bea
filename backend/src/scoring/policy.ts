/** All that a merchant's settings put into a verdict. Stored by revision, so a verdict can be replayed. */
export interface Policy {
  readonly revision: string
  readonly base: number
  /** Below review: review. Below decline: decline. */
  readonly thresholds: { readonly review: number; readonly decline: number }
  /** Evidence names that count for nothing in this store. */
  readonly off: readonly string[]
}

export const defaultPolicy: Policy = { revision: 'pol_1', base: 70, thresholds: { review: 40, decline: 20 }, off: [] }
