import type { Decision } from '#contract/assessment.ts'
import type { RuleAction } from '#contract/rules.ts'
import type { PolicyRule } from '../policy.ts'
import { sentimentOf, type Line } from '../reasons.ts'
import { holds, type RuleInput } from './compile.ts'

/** A rule that held, or could not be computed. */
export interface RuleOutcome {
  readonly id: string
  readonly outcome: 'matched' | 'failed'
  readonly state: 'live' | 'shadow'
}

export interface Ruled {
  readonly outcomes: readonly RuleOutcome[]
  /** Points of live rules, in order of the rules. */
  readonly points: readonly Line[]
  readonly decides: { readonly rule: PolicyRule; readonly decision: Decision } | null
  /** The first live rule that could not be computed. */
  readonly failed: PolicyRule | null
}

/** Strongest first; among rules of one action the first in order is named. Why: docs/adr/0005-rules.md. */
const strength = ['allow', 'block', 'review'] as const
const decisionOf: Readonly<Record<(typeof strength)[number], Decision>> = {
  allow: 'approve',
  block: 'decline',
  review: 'review',
}

const none: Ruled = { outcomes: [], points: [], decides: null, failed: null }

/** Every rule is computed, whatever the others say, so that what a rule in shadow would do can be counted. */
export function runRules(rules: readonly PolicyRule[], input: RuleInput): Ruled {
  if (rules.length === 0) return none
  const outcomes: RuleOutcome[] = []
  const live: PolicyRule[] = []
  let failed: PolicyRule | null = null
  for (const rule of rules) {
    if (rule.state === 'off') continue
    const holding = holds(rule, input)
    if (holding === 'holds_not' || holding === 'unknown') continue
    outcomes.push({ id: rule.id, outcome: holding === 'holds' ? 'matched' : 'failed', state: rule.state })
    if (rule.state === 'shadow') continue
    if (holding === 'holds') live.push(rule)
    else failed ??= rule
  }
  return { outcomes, points: live.flatMap(pointsLine), decides: strongest(live), failed }
}

function strongest(live: readonly PolicyRule[]): Ruled['decides'] {
  for (const type of strength) {
    const rule = live.find(({ action }) => action.type === type)
    if (rule) return { rule, decision: decisionOf[type] }
  }
  return null
}

function pointsLine({ id, name, action }: PolicyRule): Line[] {
  if (action.type !== 'points' || action.points === 0) return []
  const { points } = action
  return [ruleLine('RULE_POINTS', points, id, `Rule: ${name}`)]
}

const said: Readonly<Record<Exclude<RuleAction['type'], 'points'>, string>> = {
  allow: 'approve',
  block: 'decline',
  review: 'review',
}

/** Shown beside the other reasons when a rule decided. */
export const decidingLine = ({ id, name, action }: PolicyRule): Line =>
  ruleLine('RULE_DECIDED', 0, id, `Rule says ${action.type === 'points' ? 'points' : said[action.type]}: ${name}`)

export const failedLine = ({ id, name }: PolicyRule): Line =>
  ruleLine('RULE_FAILED', 0, id, `Rule not computed: ${name}`)

const ruleLine = (code: string, points: number, value: string, text: string): Line => ({
  family: 'rule',
  reason: { code, points, sentiment: sentimentOf(points), scope: 'store', value, text },
})
