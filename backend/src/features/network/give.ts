import type { IdentifierKind } from '#contract/identifier.ts'
import { asJson } from '../../platform/documents/collection.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import { networkRows, rowId, type RowDocument } from './collections.ts'
import type { GivenOrder } from './deps.ts'
import { withGifts, type Gift } from './gifts.ts'
import { saysGood, sharedKinds } from './kinds.ts'
import { identifierName, placeOf, placesOf } from './stored-name.ts'
import { keptMs } from './summaries.ts'

export interface OrderNews {
  readonly order: GivenOrder
  readonly gift: Gift
}

/** Of a place or a device nothing good is kept: it only takes back what was bad. */
const giftFor = (kind: IdentifierKind, gift: Gift): Gift =>
  gift.outcome === 'good' && !saysGood(kind) ? { ...gift, outcome: null } : gift

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

interface Place {
  readonly identifier: string
  readonly store: string
}

/** The newest version of the row, during a rotation of the network's key too. */
const findRow = async (network: Documents, places: readonly Place[]): Promise<RowDocument | undefined> => {
  const ids = places.map(({ identifier, store }) => rowId(identifier, store))
  return (await network.getMany(networkRows, ids)).find((row) => row !== undefined)
}

const giveOnce = async (
  network: Documents,
  ladder: Ladder,
  { identifier, store }: Place,
  gifts: readonly Gift[],
  now: number,
): Promise<void> => {
  const places = placesOf(ladder, identifier).map((version) => ({ identifier: version, store }))
  const row = await findRow(network, places)
  const kept = withGifts(row?.gifts ?? [], gifts)
  const gone_at = now + keptMs
  if (row && row.moved !== true) {
    const { id, revision } = row
    const changes = { set: { gifts: asJson(kept), gone_at }, inc: { revision: 1 } }
    await network.write(
      kept.length === 0
        ? { remove: networkRows, id, expect: { revision } }
        : { update: networkRows, id, changes, expect: { revision } },
    )
    return
  }
  if (!row && kept.length === 0) return
  const place = row ? places[0] : { identifier: placeOf(ladder, identifier), store }
  if (!place) throw new Error('a ladder without a step')
  const document = { id: rowId(place.identifier, store), ...place, gifts: kept, gone_at, revision: 1 }
  await network.write({ insert: networkRows, document })
}

/** Writes what one store says into its own rows. Answers the identifiers that need a new summary. */
export const give = async (
  network: Documents,
  ladder: Ladder,
  store: string,
  news: readonly OrderNews[],
  now: number,
): Promise<readonly string[]> => {
  const byIdentifier = newsByIdentifier(news)
  for (const [identifier, gifts] of byIdentifier) {
    for (let round = 1; ; round += 1) {
      try {
        await giveOnce(network, ladder, { identifier, store }, gifts, now)
        break
      } catch (error) {
        if (!(error instanceof Conflict) || round === tries) throw error
      }
    }
  }
  return [...byIdentifier.keys()]
}
