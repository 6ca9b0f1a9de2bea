/** Rows of one hash lie side by side: a collision takes the next place, and one range read looks at all of them. */
const placesPerHash = 4
const hashBits = 44n
/** 63 bits less those of the hash: what a positive SQLite integer leaves for the tenant. */
const mostTenants = 2 ** 19

export interface KeyRange {
  readonly from: bigint
  readonly to: bigint
}
export type HashOfId = (id: string) => number

/**
 * 44 bits over all of the id, by two 32-bit multiplications a character (after bryc's public-domain cyrb53). The ids of
 * packed documents end in keyed hashes, so nobody outside can aim for one place; SHA-256 here costs ten times as much.
 */
export const hashOfId: HashOfId = (id) => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return (high & 0xfff) * 2 ** 32 + (low >>> 0)
}

/** Where a document may lie: a wide row is found far faster by an integer than by its name (docs/adr/0002). */
export const placesOf = (tenant: number, id: string, hash: HashOfId): KeyRange => {
  if (tenant >= mostTenants) throw new RangeError(`Packed collections hold at most ${mostTenants} tenants.`)
  const hashed = hash(id)
  const from = (BigInt(tenant) << hashBits) | BigInt(hashed - (hashed % placesPerHash))
  return { from, to: from + BigInt(placesPerHash - 1) }
}

/** All documents of a tenant. */
export const placesOfTenant = (tenant: number): KeyRange => {
  const from = BigInt(tenant) << hashBits
  return { from, to: from + (1n << hashBits) - 1n }
}
