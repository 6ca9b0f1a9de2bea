import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { Documents } from '../../platform/documents/port.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import type { StoredOrder } from '../assessments/service.ts'
import { adaptProfile, profileId, readProfiles } from '../velocity/service.ts'

/** A company's e-mail domain is shared by thousands who have nothing to do with each other. */
const linkKinds: readonly IdentifierKind[] = identifierKinds.filter((kind) => kind !== 'email_domain')

/** A label on a busy identifier moves at most so many orders, the newest ones. */
const mostLinked = 200

/** Other orders since then that share an identifier, newest first: read from its profiles, without an index over people. */
export const linkedSince = async (
  { scope, ladder }: { readonly scope: Documents; readonly ladder: Ladder },
  { id, orderRef, identifiers }: StoredOrder,
  since: number,
): Promise<readonly string[]> => {
  const own = linkKinds.flatMap((kind) => {
    const identifier = identifiers[kind]
    return identifier ? [{ kind, id: profileId(kind, identifier.id) }] : []
  })
  if (own.length === 0) return []
  const ids = own.map((one) => one.id)
  const found = await readProfiles(scope, ladder, ids)
  const times = new Map<string, number>()
  own.forEach(({ kind, id: profile }) => {
    for (const event of adaptProfile(kind, found.get(profile), id).events) {
      if (event.at >= since && event.orderRef !== orderRef) times.set(event.id, event.at)
    }
  })
  const ranked = [...times].sort(([, one], [, other]) => other - one)
  return ranked.slice(0, mostLinked).map(([linked]) => linked)
}
