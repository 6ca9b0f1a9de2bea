import { randomInt } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { runJobs } from './detection/crew.mjs'
import { detectionTables } from './detection/tables.mjs'

/**
 * How well the score finds bad orders, on months that nobody has seen: their seed is drawn now and printed.
 * `npm run bench:detection -- --held-out 123456` repeats a run. `--seeds` counts stores, `--rate-seeds` those of each other
 * base rate: where one order of a thousand is bad, a single small store declines too few to say anything.
 */
const { values: options } = parseArgs({
  options: {
    'held-out': { type: 'string' },
    seeds: { type: 'string', default: '5' },
    'rate-seeds': { type: 'string', default: '1' },
    'orders-per-day': { type: 'string', default: '100' },
    hands: { type: 'string', default: String(Math.min(4, availableParallelism())) },
  },
})
const heldOutSeed = options['held-out'] ?? String(randomInt(1_000_000))
const usualRate = 0.01
const otherRates = [0.001, 0.03]

const settingsOf = (seed, fraudRate) => ({
  ...{ seed, fraudRate, heldOutSeed, store: 'fashion', labels: 'realistic' },
  ...{ start: '2025-03-01T00:00:00Z', days: 365, heldOutFrom: 275, ordersPerDay: Number(options['orders-per-day']) },
})
const stores = Array.from({ length: Number(options.seeds) }, (_, index) => {
  const seed = `bench-${index + 1}`
  const settings = settingsOf(seed, usualRate)
  return { kind: 'store', name: `store ${seed}`, number: index + 1, rate: usualRate, settings }
})
const rates = otherRates.flatMap((rate) =>
  Array.from({ length: Number(options['rate-seeds']) }, (_, index) => {
    const seed = `bench-${index + 1}`
    return { kind: 'rate', name: `base rate ${rate * 100} %, ${seed}`, rate, settings: settingsOf(seed, rate) }
  }),
)

const started = performance.now()
const say = (text) => {
  const seconds = Math.round((performance.now() - started) / 1_000)
  process.stderr.write(`${String(seconds).padStart(4)} s  ${text}\n`)
}
const results = await runJobs([...stores, ...rates], { hands: Number(options.hands), say })

const runs = results.slice(0, stores.length)
const decisions = results.flatMap((result) => result.decisions).sort((one, other) => one.rate - other.rate)
console.log(detectionTables({ heldOutSeed, runs, decisions }))
await mkdir('.cache/bench', { recursive: true })
await writeFile('.cache/bench/detection.json', `${JSON.stringify({ heldOutSeed, runs, decisions }, undefined, 2)}\n`)
