import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'

/** Of a custom input that its store declared to be an identifier. */
export const ownKind = (name: string) => `own.${name}` as const

/** The kind stands before the colon, so that a rotation of keys carries the rest whatever it is. */
export const profileId = (kind: IdentifierKind | ReturnType<typeof ownKind> | 'session', id: string): string =>
  `${kind}:${id}`

/** Ids of every profile this order belongs to, in a fixed order. */
export const profileIdsOf = ({
  identifiers,
  sessionId,
}: {
  readonly identifiers: Identifiers
  readonly sessionId: string | null
}): readonly string[] => {
  const ids: string[] = []
  for (const kind of identifierKinds) {
    const identifier = identifiers[kind]
    if (identifier) ids.push(profileId(kind, identifier.id))
  }
  for (const [name, id] of Object.entries(identifiers.own ?? {})) ids.push(profileId(ownKind(name), id))
  if (sessionId !== null) ids.push(profileId('session', sessionId))
  return ids
}
