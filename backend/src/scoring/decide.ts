import type { Assessment, Decision } from '#contract/assessment.ts'
import { deviceAloneDeclines, deviceAloneLine } from './device-alone.ts'
import { decisionOf, held } from './levels.ts'
import type { ListHit } from './list-hit.ts'
import type { PolicyRule, ScoreCard } from './policy.ts'
import type { Line } from './reasons.ts'
import { decidingLine, failedLine, type Ruled } from './rules/run-rules.ts'
import type { TestVerdict } from './test-verdict.ts'

export interface Verdict {
  readonly decision: Decision
  readonly decided_by: Assessment['decided_by']
  /** Lines that say why, worth nothing. */
  readonly notes: readonly Line[]
}

interface Case {
  readonly test: TestVerdict | null
  readonly hits: readonly ListHit[]
  readonly ruled: Ruled
  readonly lines: readonly Line[]
  readonly sum: number
  readonly card: ScoreCard
}

/** A test address, the allow list, the block list, rules, the score: the first that has something to say decides. */
export function decide(asked: Case): Verdict {
  return byTest(asked) ?? byList(asked, 'allow') ?? byList(asked, 'block') ?? byRuleOrScore(asked)
}

const byTest = ({ test }: Case): Verdict | null =>
  test && { decision: test, decided_by: { type: 'test', id: null, name: `${test}@test.invalid` }, notes: [] }

function byList({ hits }: Case, list: 'allow' | 'block'): Verdict | null {
  const hit = hits.find((found) => found.list === list)
  if (!hit) return null
  const decision = list === 'allow' ? 'approve' : 'decline'
  const name = list === 'allow' ? 'Allow list' : 'Block list'
  return { decision, decided_by: { type: 'list', id: hit.item_id, name }, notes: [] }
}

/** What a live rule might have said is not known when it failed: then nothing is approved, by another rule or by score. */
function byRuleOrScore(asked: Case): Verdict {
  const verdict = byRule(asked) ?? byScore(asked)
  const { failed } = asked.ruled
  if (!failed) return verdict
  const notes = [...verdict.notes, failedLine(failed)]
  return verdict.decision === 'approve'
    ? { decision: 'review', decided_by: ruleOf(failed), notes }
    : { ...verdict, notes }
}

const ruleOf = ({ id, name }: PolicyRule): Verdict['decided_by'] => ({ type: 'rule', id, name })

function byRule({ ruled: { decides } }: Case): Verdict | null {
  if (!decides) return null
  const { rule, decision } = decides
  return { decision, decided_by: ruleOf(rule), notes: [decidingLine(rule)] }
}

function byScore({ lines, sum, card }: Case): Verdict {
  const decision = decisionOf(held(sum), card)
  const spared = decision === 'decline' && deviceAloneDeclines(lines, card)
  if (!spared) return { decision, decided_by: { type: 'score', id: null, name: null }, notes: [] }
  const name = 'The device alone never declines'
  return { decision: 'review', decided_by: { type: 'score', id: null, name }, notes: [deviceAloneLine] }
}
