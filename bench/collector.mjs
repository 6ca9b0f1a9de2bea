import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { findBrowsers } from '../scripts/servers/index.mjs'
import { chromium } from 'playwright'
import { median } from './statistics.mjs'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const page =
  '<!doctype html><title>Checkout</title><form data-goodfaith><input name="email"></form><script async src="/gf.js" data-key="gfp_test_bench"></script>'

const serveShop = (script) =>
  new Promise((resolve) => {
    let told = () => undefined
    const server = createServer((request, response) => {
      const answer = (status, type, body) => response.writeHead(status, { 'content-type': type }).end(body)
      if (request.url === '/gf.js') answer(200, 'text/javascript', script)
      else if (request.url === '/v1/sessions') {
        answer(201, 'application/json', JSON.stringify({ session_id: 'ses_bench', expires_at: '2030-01-01T00:00:00Z' }))
        told()
      } else answer(200, 'text/html', page)
    })
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}/`,
        close: () => server.close(),
        posted: () => new Promise((done) => (told = done)),
      }),
    )
  })

const settled = () => new Promise((done) => setTimeout(done, 200))
const traced = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'v8.execute']
const working = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile'])

/**
 * Work of the page's only script, as the browser traces it: how long it held the main thread, and how much of that the
 * processor worked. Their difference is waiting: for the browser's other processes, or, on a busy machine, for a turn.
 * A sampling profiler would double both.
 */
const workIn = (events) => {
  const spans = events
    .filter(({ ph, name, args }) => ph === 'X' && working.has(name) && isOurs(name, args))
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur)
  let end = 0
  const sum = { wallMs: 0, cpuMs: 0 }
  for (const { ts, dur, tdur } of spans) {
    // Inside a span that is counted already.
    if (ts + dur <= end) continue
    end = ts + dur
    sum.wallMs += dur / 1000
    sum.cpuMs += tdur / 1000
  }
  return sum
}
const isOurs = (name, args) => name === 'RunMicrotasks' || args?.data?.url?.endsWith('/gf.js')

const visit = async (browser, shop) => {
  const context = await browser.newContext()
  const tab = await context.newPage()
  const devtools = await context.newCDPSession(tab)
  const events = []
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done))
  await devtools.send('Tracing.start', {
    traceConfig: { includedCategories: traced },
    transferMode: 'ReportEvents',
  })
  // Asking the page whether it is done would be work on it too.
  const posted = shop.posted()
  await tab.goto(shop.url)
  await posted
  await settled()
  await devtools.send('Tracing.end')
  await complete
  await context.close()
  return workIn(events)
}

export const measureCollector = async () => {
  const script = await readFile('dist/collector/gf.js')
  const bytes = { plain: script.length, gzip: gzipSync(script, { level: 9 }).length }
  const size = `gf.js: ${bytes.gzip} bytes gzip (${bytes.plain} plain)`
  const found = (await findBrowsers()).find(({ name, path }) => name === 'chromium' && path)
  if (!found) return { bytes, lines: [size, 'main-thread time: skipped, no Chromium here'] }
  const shop = await serveShop(script)
  const browser = await chromium.launch({ executablePath: found.path, args: flags })
  const visits = []
  for (let number = 0; number < 7; number += 1) visits.push(await visit(browser, shop))
  await browser.close()
  shop.close()
  const mainThreadMs = median(visits.map(({ wallMs }) => wallMs))
  const cpuMs = median(visits.map((one) => one.cpuMs))
  return {
    bytes,
    mainThreadMs,
    cpuMs,
    visits,
    lines: [
      size,
      `gf.js: ${mainThreadMs.toFixed(1)} ms of main-thread time in Chromium, ${cpuMs.toFixed(1)} of them work and the rest waiting (median of ${visits.length} first visits)`,
    ],
  }
}
