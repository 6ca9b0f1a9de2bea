import { fitBoosting } from './gbdt.mjs'
import { fitLogistic } from './logistic.mjs'

const matrixOf = ({ createMatrixBuilder, weighingOf, defaultPolicy, learnedInputs }, orders) => {
  const builder = createMatrixBuilder({ cut: Infinity, weighing: weighingOf(defaultPolicy, 'standard') })
  for (const { at, values, facts, bad, knownAt } of orders) {
    const { amount, method } = facts
    builder.add({ at, values, custom: learnedInputs(facts), bad, knownAt, weight: 1, amount, method })
  }
  return builder.build()
}

/** Every score as the store would have seen it: rounded points, clamped by nothing. Higher is riskier. */
const judged = ({ judge, noExtras, ruleFieldsOf, logOddsOfSum }, policy, orders) => {
  const judgements = orders.map(({ values, facts }) =>
    judge(values, policy, { ...noExtras, fields: ruleFieldsOf(facts, null) }),
  )
  return {
    risk: Float64Array.from(judgements, ({ sum }) => logOddsOfSum(sum)),
    decisions: judgements.map(({ decision }) => decision),
  }
}

const policyWith = ({ defaultPolicy }, more) => {
  const { cards } = defaultPolicy
  return { ...defaultPolicy, cards: { ...cards, standard: { ...cards.standard, ...more } } }
}

/** Without labels the base is 70; with them it follows what was told. */
export const expertCard = (pipeline, heldOut, base = 70) => ({
  base,
  ...judged(pipeline, policyWith(pipeline, { base }), heldOut),
})

export const learnedCard = (pipeline, training, heldOut) => {
  const learned = pipeline.learn(matrixOf(pipeline, training), { id: 'mdl_bench' })
  const { base, tables } = learned
  return { level: learned.level, base, ...judged(pipeline, policyWith(pipeline, { base, tables }), heldOut) }
}

/** The same features for the rivals, as the same bins: bytes. Columns that never vary are left out. */
const rivalData = ({ binCount, columnBin, learnedInputs }, matrix, heldOut) => {
  const varying = matrix.features.flatMap((feature, index) =>
    matrix.columns[index].some((bin) => bin !== matrix.columns[index][0]) ? [{ feature, index }] : [],
  )
  const places = new Map(matrix.features.map(({ name }, index) => [name, index]))
  const valueOf = ({ name, custom }, { values, facts }) =>
    custom ? learnedInputs(facts)[name] : values[places.get(name)]
  return {
    train: {
      columns: varying.map(({ index }) => matrix.columns[index]),
      sizes: varying.map(({ feature }) => binCount(feature) + 1),
      ordered: varying.map(({ feature }) => feature.ordered),
      bad: matrix.bad,
    },
    heldOut: varying.map(({ feature }) =>
      Uint8Array.from(heldOut, (order) => columnBin(feature, valueOf(feature, order) ?? null)),
    ),
  }
}

export const rivals = (pipeline, training, heldOut, random) => {
  const data = rivalData(pipeline, matrixOf(pipeline, training), heldOut)
  const boosted = fitBoosting(data.train, random)
  const logistic = fitLogistic(data.train)
  return {
    rounds: boosted.rounds,
    boosting: { risk: boosted.riskOf(data.heldOut, heldOut.length) },
    logistic: { risk: logistic.riskOf(data.heldOut, heldOut.length) },
  }
}
