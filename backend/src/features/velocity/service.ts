export { profiles, type ProfileDocument } from './collections.ts'
export { createCompaction, foldHorizonMs } from './compact.ts'
export {
  adaptProfile,
  countryOf,
  partnersOf,
  profileId,
  profileIdsOf,
  profilePushes,
  sessionUses,
  type Partners,
} from './profile.ts'
