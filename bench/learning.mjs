import { parseArgs } from 'node:util'
import { table } from '../scripts/table.mjs'
import { fromSource } from './from-source.mjs'
import { createRandom } from './random.mjs'

/** What a fit costs: `node bench/learning.mjs [--orders 100000] [--tables 60]`. */
const { values: options } = parseArgs({
  options: { orders: { type: 'string', default: '100000' }, tables: { type: 'string', default: '60' } },
})
const orders = Number(options.orders)
const modules = ['registry', 'learning/matrix', 'learning/fit', 'learning/learn', 'learning/leaks']
const program = await fromSource(
  'learning',
  'backend/src/scoring',
  modules.map((name) => `export * from './${name}.ts'`).join('\n'),
)

const { registry, createMatrixBuilder, fitTables, learn, without } = program
const { next: random } = createRandom(1)
const valueOf = (evidence, bad) => {
  if (random() < 0.3) return null
  const at = Math.min(1, random() * (bad && evidence.direction === 'more-is-worse' ? 1.3 : 1))
  if (evidence.type === 'number') return evidence.unit === 'share' ? at : Math.floor(at * at * 20)
  if (evidence.type === 'flag') return at > 0.9
  const choices = Object.keys(evidence.points)
  return choices[Math.min(choices.length - 1, Math.floor(at * choices.length))]
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const rows = []
const measured = (name, work) => {
  const [wall, used] = [performance.now(), cpu()]
  const result = work()
  rows.push([name, ((performance.now() - wall) / 1000).toFixed(2), (cpu() - used).toFixed(2), memory()])
  return result
}
const memory = () => String(Math.round(process.memoryUsage().rss / 1e6))

const builder = createMatrixBuilder({ cut: 1e15, weighing: { off: [] } })
measured(`take ${orders} orders, made up as they come`, () => {
  for (let at = 0; at < orders; at += 1) {
    const bad = random() < 0.02
    const values = registry.map((evidence) => valueOf(evidence, bad))
    builder.add({ at: at * 1_000, values, bad, knownAt: at * 1_000, weight: 1, amount: 100, method: null })
  }
})
const all = measured('columns', () => builder.build())
const some = without(all, new Set(registry.slice(Number(options.tables)).map(({ name }) => name)))
measured(`fit of ${some.features.length} tables`, () => fitTables(some, some.offset))
measured(`fit of all ${all.features.length} tables`, () => fitTables(all, all.offset))
measured('learn: both fits, proof on later orders, calibration', () => learn(all, { id: 'bench' }))
console.log(table(['step', 'seconds', 'seconds of one core', 'MB in all'], rows))
