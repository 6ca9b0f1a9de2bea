import { createRandom } from '../random.mjs'
import { expertCard, learnedCard, rivals } from './contenders.mjs'

/** How many orders with known outcome a learner is given, the earliest known first. */
export const labelCounts = [0, 10, 100, 1_000, 10_000]

const stoppedShares = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05]

const scoredOf = (heldOut, risk) => ({
  risk,
  bad: Uint8Array.from(heldOut, ({ bad }) => Number(bad)),
  weight: new Float64Array(heldOut.length).fill(1),
})

/** Against letting all through, when the best share of the riskiest is stopped; 30 % margin and 15.00 for each chargeback. */
const savedOf = (pipeline, heldOut, risk) => {
  const amount = Float64Array.from(heldOut, ({ facts }) => facts.amount)
  const lost = heldOut.reduce((sum, { bad, facts }) => sum + (bad ? facts.amount + 1_500 : 0), 0)
  const scored = scoredOf(heldOut, risk)
  const money = { amount, margin: 0.3, chargebackFee: 1_500 }
  return Math.max(...stoppedShares.map((share) => pipeline.moneySaved(scored, money, 1 - share))) / lost
}

const measured = (pipeline, heldOut, { risk }) => {
  const measures = pipeline.measuresOf(scoredOf(heldOut, risk))
  const { auc, recallAt1, recallAt5, liftAt20, logLoss, statedOverSeen } = measures
  const saved = savedOf(pipeline, heldOut, risk)
  return { auc, recallAt1, recallAt5, liftAt20, logLoss, statedOverSeen, saved }
}

/** How many orders were decided so, and how many of them were good. */
const takenOf = (heldOut, decisions, decision) => {
  const taken = heldOut.filter((_, at) => decisions[at] === decision)
  return { orders: taken.length, good: taken.filter(({ bad }) => !bad).length }
}

const badOf = (orders) => orders.filter(({ bad }) => bad).length
const countsOf = (orders) => ({ orders: orders.length, bad: badOf(orders) })

/** What the default thresholds do: on the first day, once the base follows what was told, and with learned tables. */
const decisionsOf = (pipeline, rate, { training, heldOut }, learned) => {
  const bad = badOf(training)
  const base = pipeline.baseOf({ bad, good: training.length - bad })
  const cards = {
    'scorecard, first day': expertCard(pipeline, heldOut),
    scorecard: expertCard(pipeline, heldOut, base),
    learned: learned ?? learnedCard(pipeline, training, heldOut),
  }
  return Object.entries(cards).map(([name, { base: start, decisions }]) => ({
    ...{ rate, name, base: start, heldOut: countsOf(heldOut) },
    declined: takenOf(heldOut, decisions, 'decline'),
    reviewed: takenOf(heldOut, decisions, 'review'),
  }))
}

const curveOf = (pipeline, { training, heldOut }, scorecard) => {
  const inOrder = [...training].sort((one, other) => one.knownAt - other.knownAt)
  const expert = measured(pipeline, heldOut, scorecard)
  return labelCounts.map((asked) => {
    const some = inOrder.slice(0, asked).sort((one, other) => one.at - other.at)
    const own = asked === 0 ? scorecard : learnedCard(pipeline, some, heldOut)
    const { auc, recallAt1 } = asked === 0 ? expert : measured(pipeline, heldOut, own)
    return {
      ...{ asked, labels: some.length, bad: badOf(some), level: own.level ?? 'scorecard', auc, recallAt1 },
      gain: auc - expert.auc,
      recallGain: recallAt1 - expert.recallAt1,
    }
  })
}

/** One store: all contenders on its held-out months, its decisions and its learning curve. */
const storeJob = (pipeline, createWorld, { settings, number, rate, say }) => {
  const world = createWorld(settings)
  const { training, heldOut } = world
  say(`${training.length} orders known by the cut, ${heldOut.length} held out; fitting`)
  const scorecard = expertCard(pipeline, heldOut)
  const learned = learnedCard(pipeline, training, heldOut)
  const { logistic, boosting, rounds } = rivals(pipeline, training, heldOut, createRandom(number))
  say('rivals are fitted; learning curve')
  const all = { scorecard, learned, logistic, boosting }
  return {
    ...{ seed: settings.seed, rounds, level: learned.level, base: learned.base },
    training: countsOf(training),
    heldOut: countsOf(heldOut),
    measures: Object.fromEntries(Object.entries(all).map(([name, own]) => [name, measured(pipeline, heldOut, own)])),
    curve: curveOf(pipeline, world, scorecard),
    decisions: decisionsOf(pipeline, rate, world, learned),
  }
}

const rateJob = (pipeline, createWorld, { settings, rate }) => ({
  decisions: decisionsOf(pipeline, rate, createWorld(settings)),
})

export const jobs = { store: storeJob, rate: rateJob }
