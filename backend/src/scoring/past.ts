import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { Context } from './context.ts'
import { groupOutcomes, type GroupOutcomes } from './linked-group.ts'
import { profileWindows, type ProfileWindows } from './profile-windows.ts'

/** Below this the device may be another one of the same make: identical phones collide and ids drift. */
const sureEnough = 0.7

/** Windows over each profile of the order; null where the identifier was not sent or could not be read. */
export interface Past extends Readonly<Record<IdentifierKind, ProfileWindows | null>> {
  /** Of the person behind the order; null when nothing names one. */
  readonly group: () => GroupOutcomes | null
  /** Of custom inputs that the store declared to be identifiers. */
  readonly custom: readonly ProfileWindows[]
}

export function createPast(context: Context): Past {
  const past = {} as Record<IdentifierKind, ProfileWindows | null>
  for (const kind of identifierKinds) {
    const profile = isDoubtful(kind, context) ? undefined : context.profiles[kind]
    past[kind] = profile ? profileWindows(profile, context) : null
  }
  let group: GroupOutcomes | null | undefined
  return {
    ...past,
    group: () => (group === undefined ? (group = groupOutcomes(context)) : group),
    custom: Object.values(context.customProfiles ?? {}).map((profile) => profileWindows(profile, context)),
  }
}

const isDoubtful = (kind: IdentifierKind, { session }: Context) =>
  kind === 'device' && session.state === 'found' && session.device !== null && session.device.confidence < sureEnough
