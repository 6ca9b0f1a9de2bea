import type { DriftRow, ModelDetail, ModelRow, Models, Training } from '#contract/console.ts'
import { driftState } from '../../scoring/learning/drift.ts'
import { registry } from '../../scoring/registry.ts'
import type { LearningDocument, ModelDocument } from './collections.ts'

const iso = (at: number): string => new Date(at).toISOString()
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))

export const viewRow = (model: ModelDocument, promotedBy: string | null): ModelRow => ({
  id: model.id,
  number: model.number,
  card: model.card,
  level: model.level,
  state: model.state,
  created_at: iso(model.created_at),
  cut: iso(model.cut),
  trained_on: model.trained_on,
  base: model.base,
  hash: model.tables.hash,
  measures: model.measures,
  gate: model.gate,
  promoted_at: isoOrNull(model.promoted_at),
  promoted_by: promotedBy,
})

export const viewTraining = ({ training }: LearningDocument): Training => ({
  state: training.state,
  progress: training.progress,
  text: training.text,
  asked_at: isoOrNull(training.asked_at),
  finished_at: isoOrNull(training.finished_at),
})

const titles = new Map(registry.map(({ name, title }) => [name, title]))
const shownDrift = 20

const viewDriftRow = ({
  evidence,
  stability,
}: {
  readonly evidence: string
  readonly stability: number
}): DriftRow => ({
  evidence,
  title: titles.get(evidence) ?? evidence,
  stability,
  state: driftState(stability),
})

export const viewDrift = ({ drift }: LearningDocument): Models['drift'] => {
  if (!drift || drift.rows.length === 0) return { at: isoOrNull(drift?.at ?? null), state: 'unknown', rows: [] }
  const rows = drift.rows.map(viewDriftRow)
  const worst = rows.some(({ state }) => state === 'far')
    ? 'far'
    : rows.some(({ state }) => state === 'moved')
      ? 'moved'
      : 'calm'
  return { at: iso(drift.at), state: worst, rows: rows.slice(0, shownDrift) }
}

export const viewChargebacks = ({ chargebacks }: LearningDocument, now: number): Models['chargebacks'] => {
  if (!chargebacks) {
    return { from: iso(now - 30 * 86_400_000), to: iso(now), orders: 0, bad_orders: 0, order_share: null, value: [] }
  }
  const { from, to, orders, bad, amounts } = chargebacks
  const value = Object.entries(amounts)
    .map(([currency, { amount, bad: lost }]) => {
      return { currency, amount, bad_amount: lost, share: amount === 0 ? 0 : Math.round((lost / amount) * 1e6) / 1e6 }
    })
    .sort((a, b) => b.amount - a.amount)
  const share = orders === 0 ? null : Math.round((bad / orders) * 1e6) / 1e6
  return { from: iso(from), to: iso(to), orders, bad_orders: bad, order_share: share, value }
}

const levels: Readonly<Record<ModelDocument['level'], string>> = {
  scorecard: 'The expert scorecard, nothing learned.',
  network: 'Tables learned together by stores that share, none of this store alone.',
  store: "The expert scorecard with corrections learned from this store's own labels.",
  calibrated: "The expert scorecard with corrections learned from this store's own labels, and its odds made true.",
}

const about = ({ level, card, trained_on: { orders, bad }, cut, parts, left_out: left }: ModelDocument): string[] => [
  levels[level],
  card === 'cod'
    ? 'It answers one question: how likely is a parcel paid on delivery refused?'
    : 'It answers one question: how likely is an order fraud, or charged back as fraud?',
  `It was trained on ${orders} orders whose outcome was known on ${iso(cut).slice(0, 10)}, ${bad} of them bad, with the evidence as it was when each was scored.`,
  `${left.declined} declined orders and ${left.unknown} without an outcome were left out.`,
  'Every point it gives is listed with the order; it never reads names, addresses or any text of a shopper.',
  ...parts.leaks.map((leak) => `Left out or to be looked at: ${leak}.`),
]

export const viewDetail = (model: ModelDocument, promotedBy: string | null): ModelDetail => {
  const { parts, shadow } = model
  const changes = Object.entries(shadow.changes).map(([change, orders]) => {
    const [from = '', to = ''] = change.split('>')
    return { from, to, orders }
  })
  return {
    model: viewRow(model, promotedBy),
    about: about(model),
    scores: [...parts.scores],
    learning_curve: [...parts.learning_curve],
    curves: [...parts.curves],
    left_out: model.left_out,
    shadow: shadow.orders === 0 ? null : { orders: shadow.orders, changed: shadow.changed, changes },
    groups: [...parts.groups],
  }
}
