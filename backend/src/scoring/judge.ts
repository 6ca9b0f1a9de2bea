import type { Assessment, Decision, Reason, Recommendation, RiskLevel } from '#contract/assessment.ts'
import type { CardName } from '#contract/console.ts'
import { cardOf, weighingOf } from './card.ts'
import { letsThrough } from './control-share.ts'
import { customLines } from './custom-lines.ts'
import { decide, type Verdict } from './decide.ts'
import { held, levelOf } from './levels.ts'
import { learnedInputs } from './learned-inputs.ts'
import type { ListHit } from './list-hit.ts'
import { listLines } from './list-lines.ts'
import type { EvidenceValues } from './measure.ts'
import type { Policy } from './policy.ts'
import { linesOf, listed, type Line } from './reasons.ts'
import { recommend } from './recommend.ts'
import type { RuleFields } from './rules/rule-fields.ts'
import { runRules, type RuleOutcome, type Ruled } from './rules/run-rules.ts'
import { testLines, type TestVerdict } from './test-verdict.ts'

/** What a verdict needs beside the evidence. */
export interface Extras {
  /** The verdict a magic test e-mail asks for; test mode only. */
  readonly test: TestVerdict | null
  /** Identifiers of the order that stand on the store's own lists. */
  readonly hits: readonly ListHit[]
  /** Null: nothing but the evidence is known, so rules over other names do not hold. */
  readonly fields: RuleFields | null
  /** The draw fell on this order: it belongs to the control share. */
  readonly control: boolean
}

export const noExtras: Extras = { test: null, hits: [], fields: null, control: false }

export interface Judgement {
  readonly base: number
  /** base + all points. */
  readonly sum: number
  /** `sum` held within 0 to 100. */
  readonly trust_score: number
  /** Neither held nor rounded: for ranking queues. */
  readonly raw_score: number
  readonly risk_level: RiskLevel
  readonly decision: Decision
  /** What would have been decided, where the shadow plan or the control share let the order through. */
  readonly would_decide: Decision | null
  readonly decided_by: Assessment['decided_by']
  readonly recommendation: Recommendation
  readonly control: boolean
  readonly reasons: readonly Reason[]
  readonly card: CardName
  /** Rules that held or failed, live and in shadow. */
  readonly rules: readonly RuleOutcome[]
}

const silent: Ruled = { outcomes: [], points: [], decides: null, failed: null }

/** What the evidence alone is worth, on the card that asks about this order. */
export interface Scored {
  readonly card: CardName
  readonly lines: readonly Line[]
  readonly exact: number
}

/** `said: false`: without the sentences of evidence, where nobody reads them. */
export function scoreOf(values: EvidenceValues, policy: Policy, fields: RuleFields | null, said = true): Scored {
  const card = cardOf(values)
  const { tables } = policy.cards[card]
  const known = linesOf(values, weighingOf(policy, card), said)
  if (!tables || !fields) return { card, ...known }
  const own = customLines(learnedInputs(fields.order), tables)
  return { card, lines: [...known.lines, ...own.lines], exact: known.exact + own.exact }
}

/** Lists, rules and thresholds over what the evidence is worth. */
export function decideScored(
  { card: name, lines: scored }: Scored,
  policy: Policy,
  values: EvidenceValues,
  extras: Extras,
) {
  const { test, hits, fields } = extras
  const card = policy.cards[name]
  const ruled = test ? silent : runRules(policy.rules, { values, hits, fields })
  const lines = [...scored, ...ruled.points]
  const sum = total(lines, card.base)
  const verdict = decide({ test, hits, ruled, lines, sum, card })
  return { card, ruled, lines, sum, verdict, acted: act(verdict, policy, extras) }
}

/** Evidence in, verdict out. The points a merchant reads are the computation, not a story told about it. */
export function judge(values: EvidenceValues, policy: Policy, extras: Extras, said = true): Judgement {
  const { test, hits } = extras
  const name = cardOf(values)
  const scored = test
    ? { card: name, ...testLines(test, policy.cards[name].base) }
    : scoreOf(values, policy, extras.fields, said)
  const { card, ruled, lines, sum, verdict, acted } = decideScored(scored, policy, values, extras)
  return {
    base: card.base,
    sum,
    trust_score: held(sum),
    raw_score: Math.round((card.base + scored.exact + total(ruled.points, 0)) * 1e6) / 1e6,
    risk_level: levelOf(held(sum)),
    ...acted,
    decided_by: verdict.decided_by,
    recommendation: recommend(acted.decision, values),
    reasons: listed([...lines, ...(test ? [] : listLines(hits)), ...verdict.notes], sum),
    card: name,
    rules: ruled.outcomes,
  }
}

const total = (lines: readonly Line[], from: number) => lines.reduce((sum, { reason }) => sum + reason.points, from)

/** What becomes of a verdict: the shadow plan lets every order through, the control share some that the score declines. */
function act(
  { decision, decided_by: by }: Verdict,
  policy: Policy,
  { fields, control: drawn }: Extras,
): Pick<Judgement, 'decision' | 'would_decide' | 'control'> {
  if (by.type === 'test') return { decision, would_decide: null, control: false }
  if (policy.plan === 'shadow') return { decision: 'approve', would_decide: decision, control: false }
  const control = drawn && decision === 'decline' && by.type === 'score' && letsThrough(policy.control, fields)
  return control
    ? { decision: 'approve', would_decide: decision, control }
    : { decision, would_decide: null, control: false }
}
