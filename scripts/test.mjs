import { stripVTControlCharacters } from 'node:util'
import { runChecks } from './check.mjs'
import { tool } from './run.mjs'
import { findBrowsers, startMongodb, startRedis } from './servers/index.mjs'
import { jestSuite } from './suites/jest.mjs'
import { playwrightSuite } from './suites/playwright.mjs'
import { table } from './table.mjs'

const parts = ['check', 'unit', 'api', 'browser']
const usage = `npm test            everything
npm test -- PART    one of: ${parts.join(', ')}
GOODFAITH_TEST_WITHOUT=redis,mongodb,browser npm test    as if they were not on this machine`

const say = (line) => console.log(line)
const asked = process.argv.slice(2)
if (asked.some((part) => !parts.includes(part))) {
  console.error(usage)
  process.exit(2)
}
const wanted = (part) => asked.length === 0 || asked.includes(part)

const servers = []
const started = async (server) => {
  servers.push(server)
  return server
}

/** Tests of the program as it is shipped need it built: once plainly, once with failpoints. */
const build = async (env = {}) => {
  const { code, output } = await tool('rollup', ['-c', '--silent'], { env })
  if (code !== 0) throw new Error(`The build failed:\n${output}`)
}

const suites = {
  check: () => runChecks(say),
  unit: () => jestSuite('unit', {}, say),
  api: async () => {
    await build()
    await build({ GOODFAITH_BUILD: 'failpoints' })
    const redis = await started(await startRedis())
    const mongodb = await started(await startMongodb())
    const env = {
      ...(redis.uri ? { GOODFAITH_TEST_REDIS_URL: redis.uri } : { GOODFAITH_TEST_REDIS_SKIPPED: redis.skipped }),
      ...(mongodb.uri
        ? { GOODFAITH_TEST_MONGODB_URI: mongodb.uri }
        : { GOODFAITH_TEST_MONGODB_SKIPPED: mongodb.skipped }),
    }
    const totals = await jestSuite('api', env, say)
    const reasons = [redis, mongodb].filter(({ skipped }) => skipped).map(({ name, skipped }) => `${name}: ${skipped}`)
    return { ...totals, notes: [...reasons, ...totals.notes] }
  },
  browser: async () => {
    const browsers = await findBrowsers()
    for (const browser of browsers) await started(browser)
    const found = browsers.filter(({ path }) => path)
    const reasons = browsers.filter(({ skipped }) => skipped).map(({ name, skipped }) => `${name}: ${skipped}`)
    if (found.length === 0) return { passed: 0, failed: 0, skipped: 1, notes: reasons }
    await build()
    const env = Object.fromEntries(found.map(({ name, path }) => [`GOODFAITH_TEST_${name.toUpperCase()}`, path]))
    const totals = await playwrightSuite(env, say)
    return { ...totals, notes: [...reasons, ...totals.notes] }
  },
}

const results = []
for (const part of parts.filter(wanted)) {
  say(`\n== ${part}`)
  const began = Date.now()
  const totals = await suites[part]().catch((error) => {
    say(error instanceof Error ? error.message : String(error))
    return { passed: 0, failed: 1, skipped: 0, notes: ['did not run to its end'] }
  })
  results.push({ part, seconds: Math.round((Date.now() - began) / 1000), ...totals })
}
for (const server of servers) await server.stop?.()

const mostLines = 15
/** Once more at the end, where people look first: what failed, and the beginning of why. */
for (const { name, message } of results.flatMap(({ failures = [] }) => failures)) {
  const lines = stripVTControlCharacters(message ?? '')
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
  say(`\nFAILED ${name}\n${lines.slice(0, mostLines).join('\n')}`)
}

const sum = (field) => results.reduce((total, result) => total + result[field], 0)
say('')
if (servers.length > 0) {
  say(
    table(
      ['server', 'kind', 'version'],
      servers.map(({ name, kind = '-', version = '-', skipped }) => [
        name,
        skipped ? 'not here' : kind,
        skipped ?? version,
      ]),
    ),
  )
  say('')
}
say(
  table(
    ['suite', 'passed', 'failed', 'skipped', 'seconds', 'why skipped'],
    results.map(({ part, passed, failed, skipped, seconds, notes }) => [
      part,
      passed,
      failed,
      skipped,
      seconds,
      notes.join('; '),
    ]),
  ),
)
say('')
say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
