import type { GateCheck, GateResult } from '#contract/console.ts'
import { sumOfLogOdds } from './log-odds.ts'
import { selectRows, rowsWhere, type Matrix } from './matrix.ts'
import { aucOf, measuresOf, tiesOf, type Measures, type Scored } from './measures.ts'
import { beats, scoredOf, type Trial } from './prove.ts'

export interface Thresholds {
  readonly review: number
  readonly decline: number
}

/** Orders that the challenger scored beside the champion since it stands, and how many it would have decided otherwise. */
export interface Shadow {
  readonly orders: number
  readonly changed: number
}

/** Orders of one kind, ranked by both. */
export interface GroupRanking {
  readonly name: string
  readonly orders: number
  readonly bad: number
  readonly before: number
  readonly after: number
}

/** Judgement: below these nothing can be said; above these a person should look before anything acts. */
export const gateLimits = {
  ...{ bad: 10, good: 200 },
  worseAuc: 0.002,
  /** Stated over seen, and its inverse. */
  offOdds: 2,
  changedShare: 0.25,
  /** Review below 40 means 1 bad order in 13. */
  goodPerBad: 12,
  ...{ groupBad: 8, groupGood: 40, groupAuc: 0.05 },
  ...{ shadowOrders: 100, shadowChanged: 0.2 },
} as const

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const check = (name: GateCheck['name'], outcome: GateCheck['outcome'], text: string): GateCheck => ({
  name,
  outcome,
  text,
})
const passedIf = (holds: boolean): GateCheck['outcome'] => (holds ? 'passed' : 'failed')

const decisionAt = (score: number, { review, decline }: Thresholds): number =>
  score < decline ? 2 : score < review ? 1 : 0
const decisionsOf = (risk: Float64Array, thresholds: Thresholds, pivotRate: number) =>
  Uint8Array.from(risk, (logOdds) => decisionAt(Math.round(sumOfLogOdds(logOdds, pivotRate)), thresholds))

/** By payment method, and by thirds of the amount. */
export function groupsOf({ late, champion, model }: Trial): GroupRanking[] {
  const sorted = late.amount.slice().sort()
  const third = (part: number) => sorted[Math.floor((sorted.length * part) / 3)] ?? 0
  const methods = [...new Set(late.method)].sort()
  const rankOf = (name: string, rows: Uint32Array): GroupRanking[] => {
    const group = selectRows(late, rows)
    const bad = group.bad.reduce((total, one) => total + one, 0)
    if (bad < gateLimits.groupBad || rows.length - bad < gateLimits.groupGood) return []
    const auc = (risk: Float64Array) =>
      aucOf(
        tiesOf(
          scoredOf(
            group,
            Float64Array.from(rows, (row) => risk[row] ?? 0),
          ),
        ),
      ) ?? 0.5
    return [{ name, orders: rows.length, bad, before: auc(champion), after: auc(model) }]
  }
  const where = (name: string, holds: (matrix: Matrix, row: number) => boolean) =>
    rankOf(
      name,
      rowsWhere(late, (row) => holds(late, row)),
    )
  const amountOf = (matrix: Matrix, row: number) => matrix.amount[row] ?? 0
  return [
    ...methods.flatMap((method) => where(method ?? 'method not known', (matrix, row) => matrix.method[row] === method)),
    ...where('smallest third of amounts', (matrix, row) => amountOf(matrix, row) < third(1)),
    ...where('middle third of amounts', (m, row) => amountOf(m, row) >= third(1) && amountOf(m, row) < third(2)),
    ...where('largest third of amounts', (matrix, row) => amountOf(matrix, row) >= third(2)),
  ]
}

function ranking(before: Scored, after: Scored, [old, fresh]: readonly [Measures, Measures]): GateCheck {
  const isBetter = beats(after, before) && (fresh.auc ?? 0) > (old.auc ?? 0) - gateLimits.worseAuc
  const text = `Ranks a bad order below a good one in ${percent(fresh.auc ?? 0.5)} of pairs, before ${percent(old.auc ?? 0.5)}`
  return check('ranking', passedIf(isBetter), isBetter ? text : `${text}; not better than chance would make it`)
}

function calibration([old, fresh]: readonly [Measures, Measures]): GateCheck {
  const off = ({ statedOverSeen }: Measures) => Math.abs(Math.log(Math.max(1e-6, statedOverSeen ?? 1)))
  const holds = off(fresh) <= Math.log(gateLimits.offOdds) || off(fresh) <= off(old)
  const text = `States ${(fresh.statedOverSeen ?? 1).toFixed(2)} times the bad orders that were seen`
  return check('calibration', passedIf(holds), `${text}, before ${(old.statedOverSeen ?? 1).toFixed(2)}`)
}

interface Stopped {
  readonly good: number
  readonly bad: number
}

const stoppedBy = ({ late }: Trial, decisions: Uint8Array): Stopped => {
  const stopped = { good: 0, bad: 0 }
  decisions.forEach((decision, row) => {
    if (decision !== 0) stopped[late.bad[row] === 1 ? 'bad' : 'good'] += 1
  })
  return stopped
}

/** A challenger may stop more good orders only for as many bad ones as the thresholds promise. */
function decisionsChanged(trial: Trial, thresholds: Thresholds, pivotRate: number): GateCheck {
  const before = decisionsOf(trial.champion, thresholds, pivotRate)
  const after = decisionsOf(trial.model, thresholds, pivotRate)
  const changed = before.filter((decision, row) => decision !== after[row]).length / trial.late.orders
  const [then, now] = [stoppedBy(trial, before), stoppedBy(trial, after)]
  const isDear = now.good - then.good > gateLimits.goodPerBad * Math.max(1, now.bad - then.bad)
  const good = Math.max(1, trial.late.orders - trial.late.bad.reduce((total, bad) => total + bad, 0))
  const text = `Decides ${percent(changed)} of orders otherwise; stops ${percent(now.good / good)} of good ones, before ${percent(then.good / good)}`
  return check('decisions_changed', passedIf(changed <= gateLimits.changedShare && !isDear), text)
}

function groupsHold(groups: readonly GroupRanking[]): GateCheck {
  const worse = groups.filter(({ before, after }) => after < before - gateLimits.groupAuc)
  const named = worse.map(({ name, before, after }) => `${name} (${percent(before)} to ${percent(after)})`).join(', ')
  const text = worse.length === 0 ? `None of ${groups.length} groups is ranked much worse` : `Ranked worse: ${named}`
  return check('groups', passedIf(worse.length === 0), text)
}

function inShadow(shadow: Shadow): GateCheck {
  const { orders, changed } = shadow
  if (orders < gateLimits.shadowOrders) {
    return check(
      'shadow',
      'waiting',
      `${orders} of ${gateLimits.shadowOrders} orders scored beside the champion so far`,
    )
  }
  const share = changed / orders
  const text = `Would have decided ${percent(share)} of ${orders} new orders otherwise`
  return check('shadow', passedIf(share <= gateLimits.shadowChanged), text)
}

export interface GateOptions {
  readonly thresholds: Thresholds
  readonly pivotRate: number
  readonly shadow: Shadow
}

const outcomeOf = (checks: readonly GateCheck[]): GateCheck['outcome'] => {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'failed'
  return checks.some(({ outcome }) => outcome === 'waiting') ? 'waiting' : 'passed'
}

/** Whether a challenger may decide: on later labelled orders, and beside the champion on new ones. */
export function gate(trial: Trial | null, { thresholds, pivotRate, shadow }: GateOptions): GateResult {
  const bad = trial?.late.bad.reduce((total, one) => total + one, 0) ?? 0
  const good = (trial?.late.orders ?? 0) - bad
  const enough = bad >= gateLimits.bad && good >= gateLimits.good
  const count = check(
    'enough_orders',
    enough ? 'passed' : 'waiting',
    `${bad} bad and ${good} good later orders to compare on, at least ${gateLimits.bad} and ${gateLimits.good} are needed`,
  )
  if (!trial || !enough) return { outcome: 'waiting', checks: [count, inShadow(shadow)] }
  const [before, after] = [scoredOf(trial.late, trial.champion), scoredOf(trial.late, trial.model)]
  const measured = [measuresOf(before), measuresOf(after)] as const
  const checks = [
    count,
    ranking(before, after, measured),
    calibration(measured),
    decisionsChanged(trial, thresholds, pivotRate),
    groupsHold(groupsOf(trial)),
    inShadow(shadow),
  ]
  return { outcome: outcomeOf(checks), checks }
}

/** The same result with a newer count of shadow scores. */
export const withShadow = ({ checks }: GateResult, shadow: Shadow): GateResult => {
  const renewed = [...checks.filter(({ name }) => name !== 'shadow'), inShadow(shadow)]
  return { outcome: outcomeOf(renewed), checks: renewed }
}
