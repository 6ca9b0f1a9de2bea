import { calibrationOf, type Scored } from '../../scoring/learning/measures.ts'
import { logOddsOfSum, pivotRates } from '../../scoring/learning/log-odds.ts'
import { curveOf, rankingOf, rounded, scoredOf, type Judgeable } from './judgeable.ts'
import type { Replayed } from './replay-stream.ts'
import { compareWithRival } from './rival-report.ts'
import { moneyAt } from './money-report.ts'

const calibrationRows = (scored: Scored) =>
  calibrationOf(scored).map(({ orders, bad, stated, seen, low, high }) => ({
    ...{ orders, bad },
    stated: rounded(stated, 5),
    seen: rounded(seen, 5),
    seen_low: rounded(low, 5),
    seen_high: rounded(high, 5),
  }))

const knownOrders = ({ counts, judged, run }: Pick<Replayed, 'counts' | 'judged' | 'run'>): Judgeable[] => {
  const known: Judgeable[] = []
  for (let index = 0; index < counts.orders; index += 1) {
    const outcome = run.outcomeOf(index)
    if (outcome !== 'bad' && outcome !== 'good') continue
    const { line, card, ...order } = judged.at(index)
    const { orderId, at, rawScore, trustScore, decision, topReason } = line
    const risk = logOddsOfSum(rawScore, pivotRates[card])
    known.push({ orderId, at, card, risk, trustScore, decision, topReason, ...order, bad: outcome === 'bad' })
  }
  return known
}

const decisions = (orders: readonly Judgeable[]) =>
  Object.fromEntries(
    ['approve', 'review', 'decline'].map((decision) => {
      const taken = orders.filter((order) => order.decision === decision)
      const bad = taken.filter((order) => order.bad).length
      return [
        decision,
        { orders: taken.length, bad, good_share: taken.length === 0 ? null : rounded(1 - bad / taken.length) },
      ]
    }),
  )

/** The first orders of a store are scored before anything is known; the later half shows what it came to. */
const laterHalf = (orders: readonly Judgeable[]): readonly Judgeable[] => orders.slice(Math.floor(orders.length / 2))

const ofCard = (orders: readonly Judgeable[]) => {
  const scored = scoredOf(orders, ({ risk }) => risk)
  const late = laterHalf(orders)
  return {
    ranking: rankingOf(scored),
    ranking_later_half: rankingOf(scoredOf(late, ({ risk }) => risk)),
    curve: curveOf(scored),
    calibration: calibrationRows(scored),
    decisions: decisions(orders),
    money: moneyAt(orders, ({ risk }) => risk),
    ...(orders.some(({ rival }) => rival !== null) ? { rival: compareWithRival(orders) } : {}),
  }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Everything in it follows from the stream alone: the same file twice gives the same report. */
export const reportOf = (replayed: Replayed) => {
  const { counts, broken, from, to, run } = replayed
  const known = knownOrders(replayed)
  const cards = (['standard', 'cod'] as const).filter((card) => known.some((order) => order.card === card))
  return {
    stream: { ...counts, from: iso(from), to: iso(to), broken_lines: broken },
    outcomes: {
      known: known.length,
      bad: known.filter(({ bad }) => bad).length,
      open: counts.orders - known.length,
    },
    trainings: run.trainings().map(({ at, card, learned }) => ({
      at: iso(at),
      card,
      level: learned.level,
      base: learned.base,
      orders: learned.trainedOn.orders,
      bad: learned.trainedOn.bad,
    })),
    cards: Object.fromEntries(cards.map((card) => [card, ofCard(known.filter((order) => order.card === card))])),
  }
}
