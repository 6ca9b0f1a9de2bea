import type { IdentifierKind } from '#contract/identifier.ts'
import { asJson } from '../../platform/documents/collection.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'
import { networkRows, rowId } from './collections.ts'
import type { GivenOrder } from './deps.ts'
import { withGifts, type Gift } from './gifts.ts'
import { saysGood, sharedKinds } from './kinds.ts'
import { keptMs } from './summaries.ts'

export interface OrderNews {
  readonly order: GivenOrder
  readonly gift: Gift
}

/** Of a place or a device nothing good is kept: it only takes back what was bad. */
const giftFor = (kind: IdentifierKind, gift: Gift): Gift =>
  gift.outcome === 'good' && !saysGood(kind) ? { ...gift, outcome: null } : gift

export const identifierName = (kind: IdentifierKind, keyed: string): string => `${kind}:${keyed}`

const newsByIdentifier = (news: readonly OrderNews[]): ReadonlyMap<string, readonly Gift[]> => {
  const byIdentifier = new Map<string, Gift[]>()
  for (const { order, gift } of news) {
    for (const kind of sharedKinds) {
      const keyed = order.identifiers[kind]
      if (keyed === undefined) continue
      const name = identifierName(kind, keyed)
      byIdentifier.set(name, [...(byIdentifier.get(name) ?? []), giftFor(kind, gift)])
    }
  }
  return byIdentifier
}

const tries = 4

const giveOnce = async (network: Documents, place: Place, gifts: readonly Gift[], now: number): Promise<void> => {
  const id = rowId(place.identifier, place.store)
  const row = await network.get(networkRows, id)
  const kept = withGifts(row?.gifts ?? [], gifts)
  if (!row && kept.length === 0) return
  const set = { gifts: asJson(kept), gone_at: now + keptMs }
  if (!row) {
    await network.write({
      insert: networkRows,
      document: { id, ...place, gifts: kept, gone_at: now + keptMs, revision: 1 },
    })
    return
  }
  const changes = { set, inc: { revision: 1 } }
  await network.write(
    kept.length === 0
      ? { remove: networkRows, id, expect: { revision: row.revision } }
      : { update: networkRows, id, changes, expect: { revision: row.revision } },
  )
}

interface Place {
  readonly identifier: string
  readonly store: string
}

/** Writes what one store says into its own rows. Answers the identifiers that need a new summary. */
export const give = async (
  network: Documents,
  store: string,
  news: readonly OrderNews[],
  now: number,
): Promise<readonly string[]> => {
  const byIdentifier = newsByIdentifier(news)
  for (const [identifier, gifts] of byIdentifier) {
    for (let round = 1; ; round += 1) {
      try {
        await giveOnce(network, { identifier, store }, gifts, now)
        break
      } catch (error) {
        if (!(error instanceof Conflict) || round === tries) throw error
      }
    }
  }
  return [...byIdentifier.keys()]
}
