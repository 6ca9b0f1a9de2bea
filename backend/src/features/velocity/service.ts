export { eventColumns, profiles, type ProfileDocument } from './collections.ts'
export { createCompaction, foldHorizonMs, foldOf } from './compact.ts'
export { hasLinked, linkedPush, outcomePushes } from './outcomes.ts'
export {
  adaptOwnProfiles,
  adaptProfile,
  countryOf,
  partnersOf,
  profilePushes,
  sessionUses,
  type Partners,
} from './profile.ts'
export { ownKind, profileId, profileIdsOf } from './profile-ids.ts'
export { createProfileCarrier } from './carry-profiles.ts'
export { placeOf, readProfiles } from './stored-profiles.ts'
