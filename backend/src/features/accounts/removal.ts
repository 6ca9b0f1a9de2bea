import { everyPage } from '../../platform/documents/every-page.ts'
import type { Follower } from '../../platform/documents/port.ts'
import { factors, links, people, signIns } from './collections.ts'
import type { AccountDeps } from './deps.ts'
import type { Passkeys } from './passkeys/passkeys.ts'

const pageSize = 200
const purposes = ['challenge', 'reset', 'confirm-email', 'confirm-account'] as const

/** Everything by which a person signs in and is known: to be removed in one write. */
export const createRemoval = ({
  documents,
  passkeys,
}: Pick<AccountDeps, 'documents'> & { readonly passkeys: Pick<Passkeys, 'removals'> }) => {
  const operator = documents.operator()

  const signInsOf = async (personId: string): Promise<readonly Follower[]> => {
    const options = { sort: { field: 'created_at', direction: 'asc' }, limit: pageSize } as const
    const found: Follower[] = []
    const where = { person_id: personId }
    for await (const items of everyPage((from) => operator.find(signIns, where, { ...options, ...from })))
      found.push(...items.map(({ id }) => ({ remove: signIns, id })))
    return found
  }

  const linksOf = async (subject: string): Promise<readonly Follower[]> => {
    const sort = { field: 'created_at', direction: 'desc' } as const
    const found = await Promise.all(
      purposes.map((purpose) => operator.find(links, { subject, purpose }, { sort, limit: pageSize })),
    )
    return found.flatMap(({ items }) => items.map(({ id }) => ({ remove: links, id })))
  }

  return async ({ id, email_ref: ref }: { readonly id: string; readonly email_ref: string }) => [
    { remove: people, id },
    { remove: factors, id },
    ...(await passkeys.removals(id)),
    ...(await signInsOf(id)),
    ...(await linksOf(id)),
    ...(await linksOf(ref)),
  ]
}
