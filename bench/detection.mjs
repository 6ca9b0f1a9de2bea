import { randomInt } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { table } from '../scripts/table.mjs'
import { expertCard, learnedCard, rivals } from './detection/contenders.mjs'
import { loadPipeline } from './detection/pipeline.mjs'
import { createWorlds } from './detection/world.mjs'

/**
 * How well the score finds bad orders, on months that nobody has seen: their seed is drawn now and printed.
 * `npm run bench:detection -- --held-out 123456` repeats a run.
 */
const { values: options } = parseArgs({
  options: {
    'held-out': { type: 'string' },
    seeds: { type: 'string', default: '5' },
    'orders-per-day': { type: 'string', default: '150' },
  },
})
const heldOutSeed = options['held-out'] ?? String(randomInt(1_000_000))
const seeds = Array.from({ length: Number(options.seeds) }, (_, index) => `bench-${index + 1}`)
const labelCounts = [0, 10, 100, 1_000, 10_000]
const rates = [0.001, 0.01, 0.03]
const say = (text) => void process.stderr.write(`${text}\n`)

const pipeline = await loadPipeline()
const createWorld = await createWorlds(pipeline)
const settingsOf = (seed, fraudRate) => ({
  ...{ seed, fraudRate, heldOutSeed, store: 'fashion', labels: 'realistic' },
  ...{ start: '2025-03-01T00:00:00Z', days: 365, heldOutFrom: 275, ordersPerDay: Number(options['orders-per-day']) },
})

const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length
const deviation = (list) => Math.sqrt(mean(list.map((one) => (one - mean(list)) ** 2)))
const scoredOf = (heldOut, risk) => ({
  risk,
  bad: Uint8Array.from(heldOut, ({ bad }) => Number(bad)),
  weight: new Float64Array(heldOut.length).fill(1),
})

const stoppedShares = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05]

/** Against letting all through, when the best share of the riskiest is stopped; 30 % margin and 15.00 for each chargeback. */
const savedOf = (heldOut, risk) => {
  const amount = Float64Array.from(heldOut, ({ facts }) => facts.amount)
  const lost = heldOut.reduce((sum, { bad, facts }) => sum + (bad ? facts.amount + 1_500 : 0), 0)
  const scored = scoredOf(heldOut, risk)
  const money = { amount, margin: 0.3, chargebackFee: 1_500 }
  return Math.max(...stoppedShares.map((share) => pipeline.moneySaved(scored, money, 1 - share))) / lost
}

const measured = (heldOut, { risk }) => {
  const { auc, recallAt1, recallAt5, liftAt20, logLoss, statedOverSeen } = pipeline.measuresOf(scoredOf(heldOut, risk))
  return { auc, recallAt1, recallAt5, liftAt20, logLoss, statedOverSeen, saved: savedOf(heldOut, risk) }
}

const goodShare = (heldOut, decisions, decision) => {
  const taken = heldOut.filter((_, at) => decisions[at] === decision)
  return {
    orders: taken.length / heldOut.length,
    good: taken.length === 0 ? null : taken.filter(({ bad }) => !bad).length / taken.length,
  }
}

const contenders = ['scorecard', 'learned', 'logistic', 'boosting']
const runs = []
const curve = []
for (const [index, seed] of seeds.entries()) {
  say(`Seed ${seed}: simulating and measuring ${settingsOf(seed, 0.01).days} days`)
  const { training, heldOut } = createWorld(settingsOf(seed, 0.01))
  say(`  ${training.length} orders known by the cut, ${heldOut.length} held out; fitting`)
  const scorecard = expertCard(pipeline, heldOut)
  const learned = learnedCard(pipeline, training, heldOut)
  const { logistic, boosting, rounds } = rivals(pipeline, training, heldOut, index + 1)
  const all = { scorecard, learned, logistic, boosting }
  runs.push({
    ...{ seed, rounds, level: learned.level, base: learned.base },
    training: { orders: training.length, bad: training.filter(({ bad }) => bad).length },
    heldOut: { orders: heldOut.length, bad: heldOut.filter(({ bad }) => bad).length },
    measures: Object.fromEntries(contenders.map((name) => [name, measured(heldOut, all[name])])),
  })
  const inOrder = [...training].sort((one, other) => one.knownAt - other.knownAt)
  const expertAuc = runs.at(-1).measures.scorecard
  for (const labels of labelCounts) {
    const some = inOrder.slice(0, labels).sort((one, other) => one.at - other.at)
    const own = labels === 0 ? scorecard : learnedCard(pipeline, some, heldOut)
    const { auc, recallAt1 } = measured(heldOut, own)
    curve.push({
      ...{ seed, labels: some.length, asked: labels, bad: some.filter(({ bad }) => bad).length, auc, recallAt1 },
      gain: auc - expertAuc.auc,
      recallGain: recallAt1 - expertAuc.recallAt1,
    })
  }
}

const base = []
for (const rate of rates) {
  say(`Base rate ${rate * 100} %`)
  const { training, heldOut } = createWorld(settingsOf(seeds[0], rate))
  for (const [name, { decisions }] of Object.entries({
    scorecard: expertCard(pipeline, heldOut),
    learned: learnedCard(pipeline, training, heldOut),
  })) {
    const found = heldOut.filter(({ bad }, at) => bad && decisions[at] !== 'approve').length
    base.push({
      ...{ rate, name, bad: heldOut.filter(({ bad }) => bad).length / heldOut.length },
      declined: goodShare(heldOut, decisions, 'decline'),
      reviewed: goodShare(heldOut, decisions, 'review'),
      found: found / Math.max(1, heldOut.filter(({ bad }) => bad).length),
    })
  }
}

const of = (name, measure) => runs.map(({ measures }) => measures[name][measure])
const cell = (name, measure, digits = 3) =>
  `${mean(of(name, measure)).toFixed(digits)} ±${deviation(of(name, measure)).toFixed(digits)}`
const percent = (share, digits = 1) => (share === null ? 'none' : `${(share * 100).toFixed(digits)} %`)
const [first] = runs
console.log(
  `Held-out months drawn from seed ${heldOutSeed}; ${seeds.length} stores, each trained on about ${first.training.orders} orders (${first.training.bad} bad) and measured on the ${first.heldOut.orders} (${first.heldOut.bad} bad) after them.\n`,
)
console.log(
  table(
    ['', 'AUC', 'recall at 1 %', 'recall at 5 %', 'lift, top 20 %', 'log loss', 'stated / seen', 'losses saved'],
    contenders.map((name) => [
      name,
      ...['auc', 'recallAt1', 'recallAt5'].map((measure) => cell(name, measure)),
      cell(name, 'liftAt20', 2),
      cell(name, 'logLoss', 4),
      cell(name, 'statedOverSeen', 2),
      percent(mean(of(name, 'saved'))),
    ]),
  ),
)
const gap = (measure) => mean(runs.map(({ measures }) => measures.learned[measure] - measures.boosting[measure]))
console.log(
  `\nLearned less boosting: AUC ${gap('auc').toFixed(4)}, recall at 1 % ${gap('recallAt1').toFixed(4)} (asked: at least -0.01 and -0.02)\n`,
)
console.log(
  table(
    ['base rate', 'score', 'bad', 'declined', 'good of them', 'reviewed', 'good of them', 'bad found'],
    base.map(({ rate, name, bad, declined, reviewed, found }) => [
      percent(rate),
      name,
      percent(bad, 2),
      percent(declined.orders, 2),
      percent(declined.good, 0),
      percent(reviewed.orders, 2),
      percent(reviewed.good, 0),
      percent(found, 0),
    ]),
  ),
)
console.log('')
console.log(
  table(
    ['orders with known outcome', 'bad of them', 'AUC', 'AUC against the scorecard', 'recall at 1 % against it'],
    labelCounts.map((asked) => {
      const rows = curve.filter((row) => row.asked === asked)
      const at = (name) => rows.map((row) => row[name])
      return [
        asked.toLocaleString('en-GB'),
        mean(at('bad')).toFixed(1),
        mean(at('auc')).toFixed(4),
        `${mean(at('gain')).toFixed(4)} (worst ${Math.min(...at('gain')).toFixed(4)})`,
        `${mean(at('recallGain')).toFixed(4)} (worst ${Math.min(...at('recallGain')).toFixed(4)})`,
      ]
    }),
  ),
)
await mkdir('.cache/bench', { recursive: true })
await writeFile('.cache/bench/detection.json', `${JSON.stringify({ heldOutSeed, runs, curve, base }, undefined, 2)}\n`)
