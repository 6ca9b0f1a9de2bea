import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { table } from '../../scripts/table.mjs'
import { assessmentRequests, createInstallation, serve, sessionRequests } from '../goodfaith.mjs'
import { fire } from '../load.mjs'
import { createOrders } from '../orders.mjs'
import { loadScoring } from './scoring.mjs'
import { median } from '../statistics.mjs'

/**
 * What a score costs: `npm run bench:costs [-- --requests 2000]`. Counted in the running program (reads, commits, hashes,
 * bytes), and timed in the pure core (evidence, rules, tables). Folding in the worker is part of the counts.
 */
const { values: options } = parseArgs({ options: { requests: { type: 'string', default: '2000' } } })
const amount = Number(options.requests)
const later = (ms) => new Promise((done) => setTimeout(done, ms))
const stream = createOrders({ seed: 20 })

const bytesWritten = async (pid) => {
  const text = await readFile(`/proc/${pid}/io`, 'utf8').catch(() => '')
  return Number(/^wchar: (\d+)/m.exec(text)?.[1] ?? Number.NaN)
}

const countsFile = resolve('.cache/bench/counts.json')
const takeCounts = async (pid) => {
  await rm(countsFile, { force: true })
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    const text = await readFile(countsFile, 'utf8').catch(() => '')
    if (text.endsWith('}')) return JSON.parse(text)
    await later(20)
  }
}

const counted = async () => {
  await mkdir('.cache/bench', { recursive: true })
  const installation = await createInstallation()
  const preload = pathToFileURL(join(import.meta.dirname, '../servers/counted.mjs')).href
  const server = await serve(installation, { preload, env: { COUNTS_FILE: countsFile } })
  const { store } = installation
  const rows = []
  const measure = async (name, requests, connections, onBody) => {
    await takeCounts(server.pid)
    const before = await bytesWritten(server.pid)
    await fire({ url: server.url, requests, connections, ...(onBody ? { onBody } : {}) })
    const written = (await bytesWritten(server.pid)) - before
    const counts = await takeCounts(server.pid)
    const each = (value = 0) => (value / requests.length).toFixed(2)
    const { reads, writes, batches, commits, hashes, sealed, opened } = counts
    const kilobytes = Number.isNaN(written) ? '?' : (written / requests.length / 1024).toFixed(1)
    rows.push([name, ...[reads, writes, batches, commits, hashes, sealed, opened].map(each), kilobytes])
  }
  const scored = async (connections) => {
    const orders = Array.from({ length: amount }, () => stream.next())
    const ids = []
    const onBody = (body) => ids.push(JSON.parse(body).session_id)
    await measure(`session, ${connections} at once`, sessionRequests(store, orders), connections, onBody)
    await measure(`assessment, ${connections} at once`, assessmentRequests(store, orders, ids), connections)
  }
  await scored(40)
  rows.length = 0
  for (const connections of [1, 8, 40]) await scored(connections)
  await server.stop()
  await installation.remove()
  return rows
}

const microseconds = (rounds, times, work) => {
  const measured = Array.from({ length: rounds }, () => {
    const began = process.hrtime.bigint()
    work()
    return Number(process.hrtime.bigint() - began) / 1000 / times
  })
  return median(measured)
}

const timed = async () => {
  const { contexts, evidences, measure, judgeWith, tables, rules } = await loadScoring(amount)
  const rounds = 7
  const orders = contexts.length
  const time = (work) => microseconds(rounds, orders, () => contexts.forEach(work))
  const all = time(({ context }) => measure(context))
  const plain = time(judgeWith({}))
  const learned = time(judgeWith({ tables }))
  const ruled = time(judgeWith({ rules }))
  const single = evidences
    .map(({ name, read }) => ({ name, cost: time(({ context, past }) => read(context, past)) }))
    .sort((one, other) => other.cost - one.cost)
  return [
    [`all ${evidences.length} evidences, read once`, all.toFixed(1)],
    ['one evidence, on average', (all / evidences.length).toFixed(2)],
    ...single.slice(0, 5).map(({ name, cost }) => [`  the slowest: ${name}`, cost.toFixed(2)]),
    ['judging with the scorecard', plain.toFixed(1)],
    ['what the learned tables add', (learned - plain).toFixed(1)],
    [`what ${rules.length} rules add`, (ruled - plain).toFixed(1)],
    ['one rule, on average', ((ruled - plain) / rules.length).toFixed(2)],
  ]
}

const counts = await counted()
console.log(
  table(['each', 'reads', 'writes', 'batches', 'commits', 'hashes', 'sealed', 'opened', 'KB written'], counts),
)
console.log(`\n${table(['in the pure core', 'microseconds an order'], await timed())}`)
