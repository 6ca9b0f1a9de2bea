import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Warning } from '#contract/assessment.ts'
import { decidedOf, digest } from '../digest.ts'
import type { EvidenceValue } from '../evidence.ts'
import { judge, noExtras, type Extras, type Judgement } from '../judge.ts'
import { registry } from '../registry.ts'
import { adaptPolicy, type StoredPolicy } from '../stored-policy.ts'

/** A verdict of a release, told by evidence names so that it can be read. What it does not name was missing. */
export interface GoldenCase {
  readonly name: string
  readonly values: Readonly<Record<string, EvidenceValue>>
  /** As a store of that release has it. */
  readonly policy: StoredPolicy
  readonly extras: Partial<Extras>
  readonly warnings: readonly Warning[]
  readonly trust_score?: number
  readonly decision?: string
  readonly digest?: string
}

export function judgeCase({ values, policy, extras, warnings }: GoldenCase): Judgement & { digest: string } {
  const judgement = judge(
    registry.map(({ name }) => values[name] ?? null),
    adaptPolicy(policy),
    { ...noExtras, ...extras },
  )
  return { ...judgement, digest: digest(decidedOf(judgement, warnings)) }
}

/** Cases of all releases, by the name of the engine that made them. */
export const readCorpus = (folder: string): [engine: string, cases: GoldenCase[]][] =>
  readdirSync(folder)
    .filter((file) => /^\d+\.\d+\.\d+\.json$/.test(file))
    .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenCase[]])
