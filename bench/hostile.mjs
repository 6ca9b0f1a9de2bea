import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createInstallation } from './goodfaith.mjs'
import { honestRequest, hostileRequest } from './hostile/requests.mjs'

const usage = `node bench/hostile.mjs [--requests 20000]

Sends hostile requests to the built program: no answer may be 5xx or repeat a secret, the heap after a forced collection
may not grow by a tenth in the second half, and an honest request is answered as ever.`

const { values } = parseArgs({ options: { requests: { type: 'string', default: '20000' }, help: { type: 'boolean' } } })
if (values.help) {
  console.log(usage)
  process.exit(0)
}
const total = Number(values.requests)
const atOnce = 16

const installation = await createInstallation()
const store = installation.store.live
const preload = resolve(import.meta.dirname, 'hostile/heap.mjs')
const child = spawn(process.execPath, ['--import', preload, resolve('dist/backend/goodfaith.mjs'), 'serve'], {
  env: { ...process.env, ...installation.env, LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
})
const url = await new Promise((found, failed) => {
  child.once('exit', (code) => failed(new Error(`serve ended with ${code}`)))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [address] = /https?:\/\/[\w.:[\]]+/.exec(line) ?? []
    if (address) found(address)
  })
})

const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
/** Every request has an answer: one that is refused early is still read to its end. */
const send = ({ method, path, body, headers = {} }) =>
  new Promise((done) => {
    const sent = request(url + path, { method, headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      response.once('close', () => done({ status: response.statusCode, text }))
    })
    sent.once('error', () => done({ status: 0, text: '' }))
    sent.end(body)
  })

const heap = async () => {
  child.send('heap')
  const [{ heapUsed }] = await once(child, 'message')
  return heapUsed
}

const counts = new Map()
const faults = []
const secrets = [store.secret_key, store.signing_secret, '4111 1111 1111 1111', 'node_modules', '    at ']
const look = (number, { status, text }) => {
  counts.set(status, (counts.get(status) ?? 0) + 1)
  if (status >= 500) faults.push(`request ${number}: ${status} ${text.slice(0, 200)}`)
  const leaked = secrets.find((secret) => text.includes(secret))
  if (leaked) faults.push(`request ${number} repeats "${leaked.slice(0, 12)}"`)
}

const attack = async (from, to) => {
  let next = from
  const worker = async () => {
    for (let number = next++; number < to; number = next++) look(number, await send(hostileRequest(store, number)))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

await attack(0, total / 2)
const half = await heap()
await attack(total / 2, total)
const whole = await heap()
const honest = await send(honestRequest(store))

child.removeAllListeners('exit')
child.kill('SIGTERM')
await once(child, 'exit')
await installation.remove()

const growth = whole / half - 1
console.log(
  JSON.stringify({
    requests: total,
    statuses: Object.fromEntries([...counts].sort()),
    half,
    whole,
    growth,
    honest: honest.status,
  }),
)
if (growth > 0.1) faults.push(`the heap grew by ${(growth * 100).toFixed(1)} % in the second half`)
if (honest.status !== 200) faults.push(`an honest request got ${honest.status}: ${honest.text.slice(0, 200)}`)
for (const fault of faults.slice(0, 20)) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
