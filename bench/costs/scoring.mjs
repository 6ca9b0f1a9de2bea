import { createSecretKey } from 'node:crypto'
import { fromSource } from '../from-source.mjs'
import { simulate } from '../simulator/simulate.mjs'

const modules = `
  export { createDerive } from './features/assessments/service.ts'
  export { createIpFacts } from './platform/facts/ip-facts.ts'
  export { createStoreKeys } from './platform/vault/store-keys.ts'
  export { createPrepare } from './features/streams/prepare.ts'
  export { createMemoryStore } from './features/streams/memory-store.ts'
  export { noSchema } from './features/streams/input-schema.ts'
  export { learnedInputs } from './scoring/learned-inputs.ts'
  export { weighingOf } from './scoring/card.ts'
  export { judge, noExtras } from './scoring/judge.ts'
  export { learn } from './scoring/learning/learn.ts'
  export { createMatrixBuilder } from './scoring/learning/matrix.ts'
  export { measure } from './scoring/measure.ts'
  export { createPast } from './scoring/past.ts'
  export { defaultPolicy } from './scoring/policy.ts'
  export { registry } from './scoring/registry.ts'
  export { ruleFieldsOf } from './scoring/rules/rule-fields.ts'
  export { ruleTemplates } from './scoring/rules/templates.data.ts'`

const settings = {
  ...{ seed: 'costs', heldOutSeed: 'costs', heldOutFrom: 300, store: 'fashion', labels: 'realistic', fraudRate: 0.02 },
  ...{ start: '2025-03-01T00:00:00Z', days: 300, ordersPerDay: 60 },
}

/** Simulated orders with what the store knew when each came; the last `amount` of them are timed. */
const ordersOf = async (program, amount) => {
  const { createDerive, createIpFacts, createMemoryStore, createPast, createPrepare, createStoreKeys } = program
  const ips = await createIpFacts()
  await ips.networksReady
  const keys = createStoreKeys([createSecretKey(Buffer.alloc(32, 7))])
  const prepare = createPrepare(createDerive({ ips }), keys, { schema: program.noSchema, rival: null })
  const store = createMemoryStore(program.noSchema)
  const orders = []
  for (const { line, truth } of simulate(settings)) {
    const order = prepare(orders.length + 1, JSON.stringify(line))
    if (order.type !== 'order') continue
    const id = `asm ${orders.length}`
    const context = store.contextOf(order, id, [])
    const { values } = program.measure(context)
    orders.push({ at: order.at, facts: order.facts, context, past: createPast(context), values, bad: truth !== 'good' })
    store.remember(order, id, { score: 50, own: [] })
    if (orders.length === amount * 2) break
  }
  return orders
}

const tablesOf = ({ createMatrixBuilder, weighingOf, defaultPolicy, learnedInputs, learn }, orders) => {
  const builder = createMatrixBuilder({ cut: Infinity, weighing: weighingOf(defaultPolicy, 'standard') })
  for (const { at, values, facts, bad } of orders) {
    const { amount, method } = facts
    builder.add({ at, values, custom: learnedInputs(facts), bad, knownAt: at, weight: 1, amount, method })
  }
  return learn(builder.build(), { id: 'mdl_costs' }).tables
}

/** The pure core with something to work on: contexts, learned tables, and the rule templates as rules. */
export const loadScoring = async (amount) => {
  const program = await fromSource('costs', 'backend/src', modules)
  const { defaultPolicy, judge, measure, noExtras, registry, ruleFieldsOf, ruleTemplates } = program
  const orders = await ordersOf(program, amount)
  const { standard } = defaultPolicy.cards
  const rules = ruleTemplates.map(({ id, name, expression, action }) => ({
    ...{ id, name, expression, action, version: 1, state: 'live', words: {} },
  }))
  return {
    contexts: orders.slice(-amount),
    evidences: registry,
    tables: tablesOf(program, orders.slice(0, -amount)),
    rules,
    measure,
    judgeWith: ({ tables = null, rules: some = [] }) => {
      const card = { ...standard, tables }
      const policy = { ...defaultPolicy, cards: { standard: card, cod: card }, rules: some }
      return ({ values, facts }) => judge(values, policy, { ...noExtras, fields: ruleFieldsOf(facts, null) })
    },
  }
}
