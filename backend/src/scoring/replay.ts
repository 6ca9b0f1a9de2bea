import type { Replay } from '#contract/assessment.ts'
import { decidedOf, digest, type Decided } from './digest.ts'
import { differencesBetween } from './differences.ts'
import { engineVersion } from './engine-version.ts'
import { judge, type Extras } from './judge.ts'
import type { EvidenceValues } from './measure.ts'
import type { Policy } from './policy.ts'

/** A verdict with all it was made from. */
export interface StoredVerdict {
  readonly engine: string
  readonly digest: string
  readonly decided: Decided
  readonly values: EvidenceValues
  readonly policy: Policy
  readonly extras: Extras
}

/** Judges the stored evidence again, under the stored policy, with the engine at hand. */
export function replay(stored: StoredVerdict): Replay {
  const judgement = judge(stored.values, stored.policy, stored.extras)
  const decided = decidedOf(judgement, stored.decided.warnings)
  const digestReplayed = digest(decided)
  const differences = differencesBetween(stored.decided, decided)
  return {
    match: digestReplayed === stored.digest && differences.length === 0,
    digest_stored: stored.digest,
    digest_replayed: digestReplayed,
    engine_stored: stored.engine,
    engine: engineVersion,
    differences,
  }
}
