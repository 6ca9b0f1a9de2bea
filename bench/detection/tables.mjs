import { table } from '../../scripts/table.mjs'
import { labelCounts } from './jobs.mjs'

const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length
const deviation = (list) => Math.sqrt(mean(list.map((one) => (one - mean(list)) ** 2)))
const percent = (share, digits = 1) => (share === null ? 'none' : `${(share * 100).toFixed(digits)} %`)

const rankingTable = (runs) => {
  const of = (name, measure) => runs.map(({ measures }) => measures[name][measure])
  const cell = (name, measure, digits = 3) =>
    `${mean(of(name, measure)).toFixed(digits)} ±${deviation(of(name, measure)).toFixed(digits)}`
  return table(
    ['', 'AUC', 'recall at 1 %', 'recall at 5 %', 'lift, top 20 %', 'log loss', 'stated / seen', 'losses saved'],
    Object.keys(runs[0].measures).map((name) => [
      name,
      ...['auc', 'recallAt1', 'recallAt5'].map((measure) => cell(name, measure)),
      cell(name, 'liftAt20', 2),
      cell(name, 'logLoss', 4),
      cell(name, 'statedOverSeen', 2),
      percent(mean(of(name, 'saved'))),
    ]),
  )
}

const gapLine = (runs) => {
  const gap = (measure) => mean(runs.map(({ measures }) => measures.learned[measure] - measures.boosting[measure]))
  return `Learned less boosting: AUC ${gap('auc').toFixed(4)}, recall at 1 % ${gap('recallAt1').toFixed(4)} (asked: at least -0.01 and -0.02)`
}

const total = (list) => list.reduce((sum, one) => sum + one, 0)
const shareOf = (part, whole) => (whole === 0 ? null : part / whole)

/** Stores of one base rate are one row: a few declined orders of one store say little. */
const decisionTable = (decisions) => {
  const rowOf = ({ rate, name }) => `${rate} ${name}`
  const rows = [...new Set(decisions.map(rowOf))].map((row) => decisions.filter((one) => rowOf(one) === row))
  return table(
    [
      'base rate',
      'score',
      'base',
      'orders',
      'bad',
      'declined',
      'good of them',
      'reviewed',
      'good of them',
      'bad found',
    ],
    rows.map((stores) => {
      const [{ rate, name }] = stores
      const sum = (pick) => total(stores.map(pick))
      const [orders, bad] = [sum(({ heldOut }) => heldOut.orders), sum(({ heldOut }) => heldOut.bad)]
      const [declined, reviewed] = ['declined', 'reviewed'].map((taken) => ({
        orders: sum((store) => store[taken].orders),
        good: sum((store) => store[taken].good),
      }))
      const found = declined.orders - declined.good + reviewed.orders - reviewed.good
      return [
        ...[percent(rate), name, mean(stores.map(({ base }) => base)).toFixed(0), String(orders), String(bad)],
        ...[declined, reviewed].flatMap((taken) => [
          `${taken.orders} (${percent(taken.orders / orders, 2)})`,
          percent(shareOf(taken.good, taken.orders), 0),
        ]),
        percent(shareOf(found, bad), 0),
      ]
    }),
  )
}

const curveTable = (runs) => {
  const rows = runs.flatMap(({ curve }) => curve)
  return table(
    ['known outcomes', 'bad of them', 'learned', 'AUC', 'AUC against the scorecard', 'recall at 1 % against it'],
    labelCounts.map((asked) => {
      const own = rows.filter((row) => row.asked === asked)
      const at = (name) => own.map((row) => row[name])
      const gain = (name) => `${mean(at(name)).toFixed(4)} (worst ${Math.min(...at(name)).toFixed(4)})`
      const learned = own.filter(({ level }) => level !== 'scorecard').length
      return [
        ...[asked.toLocaleString('en-GB'), mean(at('bad')).toFixed(1), `${learned} of ${own.length}`],
        ...[mean(at('auc')).toFixed(4), gain('gain'), gain('recallGain')],
      ]
    }),
  )
}

/** What `npm run bench:detection` prints. */
export const detectionTables = ({ heldOutSeed, runs, decisions }) => {
  const [{ training, heldOut }] = runs
  return [
    `Held-out months drawn from seed ${heldOutSeed}; ${runs.length} stores, each trained on about ${training.orders} orders (${training.bad} bad) and measured on the ${heldOut.orders} (${heldOut.bad} bad) after them.`,
    rankingTable(runs),
    gapLine(runs),
    decisionTable(decisions),
    curveTable(runs),
  ].join('\n\n')
}
