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
    const server = createServer((request, response) => {
      const answer = (status, type, body) => response.writeHead(status, { 'content-type': type }).end(body)
      if (request.url === '/gf.js') answer(200, 'text/javascript', script)
      else if (request.url === '/v1/sessions')
        answer(201, 'application/json', JSON.stringify({ session_id: 'ses_bench', expires_at: '2030-01-01T00:00:00Z' }))
      else answer(200, 'text/html', page)
    })
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }),
    )
  })

/** Time in which a frame of gf.js was on the stack, natives it called included. */
const ownMilliseconds = ({ nodes, samples, timeDeltas }) => {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const isOurs = (id) => id !== undefined && (frames.get(id).url.endsWith('/gf.js') || isOurs(parents.get(id)))
  return samples.reduce((sum, id, index) => sum + (isOurs(id) ? timeDeltas[index] : 0), 0) / 1000
}

const visit = async (browser, url) => {
  const context = await browser.newContext()
  const tab = await context.newPage()
  const devtools = await context.newCDPSession(tab)
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.setSamplingInterval', { interval: 100 })
  await devtools.send('Profiler.start')
  await tab.goto(url)
  await tab.waitForFunction(() => document.querySelector('input[name=goodfaith_session]')?.value)
  const { profile } = await devtools.send('Profiler.stop')
  await context.close()
  return ownMilliseconds(profile)
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
  for (let number = 0; number < 7; number += 1) visits.push(await visit(browser, shop.url))
  await browser.close()
  shop.close()
  const mainThreadMs = median(visits)
  return {
    bytes,
    mainThreadMs,
    visits,
    lines: [
      size,
      `gf.js: ${mainThreadMs.toFixed(1)} ms of main-thread time in Chromium (median of ${visits.length} first visits)`,
    ],
  }
}
