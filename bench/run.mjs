import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { table } from '../scripts/table.mjs'
import { measureCollector } from './collector.mjs'
import { assessmentRequests, createInstallation, echoRequests, serve, sessionRequests } from './goodfaith.mjs'
import { fire, summary } from './load.mjs'
import { createOrders } from './orders.mjs'
import { readProfile } from './profile.mjs'
import { storedOrders } from './stored-orders.mjs'
import { startServer } from './servers/start.mjs'
import { median, percent, spread } from './statistics.mjs'

const usage = `npm run bench -- [--orders 1000,1000000] [--rounds 5] [--requests 8000] [--profile]

Measures Goodfaith against a bare Express echo in the same run: interleaved rounds, median and spread.
--orders    how many orders are stored beforehand; several are compared with each other
--rounds    how often each is measured
--requests  how many requests a round sends to each
--profile   adds where the time of the scoring path goes`

const options = parseArgs({
  options: {
    orders: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '8000' },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
}).values
if (options.help) {
  console.log(usage)
  process.exit(0)
}
const sizes = options.orders.split(',').map(Number)
const rounds = Number(options.rounds)
const amount = Number(options.requests)
const say = (line) => console.error(line)

const stream = createOrders({ seed: 20 })
const someOrders = () => Array.from({ length: amount }, () => stream.next())
const results = new Map()
const note = (name, measured) => {
  const list = results.get(name) ?? []
  results.set(name, [...list, measured])
  say(
    `  ${name}: ${measured.perSecond.toFixed(0)} per second, p99 ${measured.p99} ms${measured.refused ? `, ${measured.refused} REFUSED` : ''}`,
  )
}
const rateOf = (name) => median(results.get(name).map(({ perSecond }) => perSecond))

const startEcho = (file) => startServer(process.execPath, ['--max-semi-space-size=64', file])
const nodeEcho = await startEcho('bench/servers/node-echo.mjs')
const expressEcho = await startEcho('bench/servers/express-echo.mjs')
const installations = []
for (const size of sizes) {
  say(`Storing ${size.toLocaleString('en-GB')} orders`)
  const installation = await createInstallation(await storedOrders(size, say))
  const began = process.hrtime.bigint()
  const server = await serve(installation)
  await fetch(`${server.url}/healthz`)
  const startSeconds = Number(process.hrtime.bigint() - began) / 1e9
  installations.push({ size, ...installation, server, startSeconds })
}
const label = (size) => size.toLocaleString('en-GB')

const sessionsThenAssessments = async ({ size, server, store }, connections) => {
  const orders = someOrders()
  const ids = []
  const sessions = await fire({
    url: server.url,
    requests: sessionRequests(store, orders),
    connections,
    onBody: (body) => ids.push(JSON.parse(body).session_id),
  })
  note(`goodfaith sessions, ${connections} connections, ${label(size)} orders stored`, summary(sessions))
  const scored = await fire({ url: server.url, requests: assessmentRequests(store, orders, ids), connections })
  note(`goodfaith assessments, ${connections} connections, ${label(size)} orders stored`, summary(scored))
}

for (let round = 1; round <= rounds; round += 1) {
  say(`Round ${round} of ${rounds}`)
  for (const connections of [8, 40]) {
    note(
      `node echo, ${connections} connections`,
      summary(await fire({ url: nodeEcho.url, requests: echoRequests(someOrders()), connections })),
    )
    note(
      `express echo, ${connections} connections`,
      summary(await fire({ url: expressEcho.url, requests: echoRequests(someOrders()), connections })),
    )
    for (const installation of installations) await sessionsThenAssessments(installation, connections)
  }
}

say('Latency at the same offered load')
const [first] = installations
const offered = Math.floor(0.5 * rateOf(`goodfaith assessments, 40 connections, ${label(first.size)} orders stored`))
const latency = { echo: [], goodfaith: [] }
for (let round = 1; round <= rounds; round += 1) {
  const orders = someOrders().slice(0, offered * 4)
  latency.echo.push(
    summary(await fire({ url: expressEcho.url, requests: echoRequests(orders), connections: 40, rate: offered })).p99,
  )
  latency.goodfaith.push(
    summary(
      await fire({
        url: first.server.url,
        requests: assessmentRequests(first.store, orders),
        connections: 40,
        rate: offered,
      }),
    ).p99,
  )
}

const profiled = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-profile-'))
  await first.server.stop()
  const server = await serve(first, { profileFolder: folder })
  await sessionsThenAssessments({ ...first, server }, 40)
  await server.stop()
  return readProfile(folder)
}
const profile = options.profile ? await profiled() : undefined
for (const { server, remove } of installations) {
  await server.stop().catch(() => undefined)
  await remove()
}
await nodeEcho.stop()
await expressEcho.stop()
const collector = await measureCollector()

const reference = (name) => rateOf(`express echo, ${/(\d+) connections/.exec(name)[1]} connections`)
const throughput = [...results].map(([name, list]) => ({
  name,
  perSecond: rateOf(name),
  spread: spread(list.map(({ perSecond }) => perSecond)),
  ofExpressEcho: rateOf(name) / reference(name),
  p99: median(list.map(({ p99 }) => p99)),
  refused: list.reduce((sum, { refused }) => sum + refused, 0),
}))
const report = {
  revision: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  node: process.version,
  cores: cpus().length,
  rounds,
  requests: amount,
  throughput,
  latency: { offeredPerSecond: offered, echoP99: median(latency.echo), goodfaithP99: median(latency.goodfaith) },
  start: installations.map(({ size, startSeconds }) => ({ orders: size, seconds: startSeconds })),
  collector,
  ...(profile ? { profile } : {}),
}

console.log(
  table(
    ['what', 'per second', 'spread', 'of Express echo', 'p99 ms', 'refused'],
    throughput.map((row) => [
      row.name,
      row.perSecond.toFixed(0),
      percent(row.spread),
      row.ofExpressEcho.toFixed(3),
      row.p99,
      row.refused,
    ]),
  ),
)
console.log(
  `\np99 at ${offered} requests a second: Express echo ${report.latency.echoP99} ms, assessments ${report.latency.goodfaithP99} ms`,
)
for (const { orders, seconds } of report.start)
  console.log(`start to first answer with ${label(orders)} orders: ${seconds.toFixed(2)} s`)
for (const line of collector.lines) console.log(line)
if (profile) {
  const rows = (list) => list.map(({ name, share }) => [name, percent(share)])
  console.log(
    `\n${table(['self time by package', 'share'], rows(profile.places))}\n\n${table(['self time by function', 'share'], rows(profile.functions))}`,
  )
}
await mkdir('.cache/bench', { recursive: true })
await writeFile('.cache/bench/report.json', `${JSON.stringify(report, undefined, 2)}\n`)
