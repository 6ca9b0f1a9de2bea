import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { assessmentRequests, createInstallation, serve } from './goodfaith.mjs'
import { fire } from './load.mjs'
import { multiplyOrders } from './multiply.mjs'
import { createOrders } from './orders.mjs'

const chunk = 20_000
/** More than this are copies of these under new names (multiply.mjs): a million would take an hour to score. */
const mostScored = 20_000
const connections = 40

const score = async (installation, size, say) => {
  const server = await serve(installation)
  const stream = createOrders({ seed: 7, regulars: Math.max(300, Math.floor(size / 100)) })
  const began = Date.now()
  for (let stored = 0; stored < size; stored += chunk) {
    const orders = Array.from({ length: Math.min(chunk, size - stored) }, () => stream.next())
    await fire({ url: server.url, requests: assessmentRequests(installation.store, orders), connections })
    const done = stored + orders.length
    const seconds = (Date.now() - began) / 1000
    say(
      `  ${done.toLocaleString('en-GB')} of ${size.toLocaleString('en-GB')}, about ${Math.ceil((seconds / done) * (size - done))} s left`,
    )
  }
  await server.stop()
}

/** Orders scored by the program itself, kept for the next run of the same revision of the stored form. */
export const storedOrders = async (size, say) => {
  const folder = resolve('.cache/bench', `orders-${size}`)
  const template = { dataFolder: join(folder, 'data') }
  const storeFile = join(folder, 'store.json')
  if (existsSync(storeFile)) return { ...template, store: JSON.parse(await readFile(storeFile, 'utf8')) }

  const installation = await createInstallation()
  const scored = Math.min(size, mostScored)
  await score(installation, scored, say)
  if (scored < size) multiplyOrders(installation.env.DATA_DIR, scored, size, say)
  const draft = `${folder}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  await rename(installation.env.DATA_DIR, join(draft, 'data')).catch(() =>
    cp(installation.env.DATA_DIR, join(draft, 'data'), { recursive: true }),
  )
  await writeFile(join(draft, 'store.json'), JSON.stringify(installation.store))
  await rename(draft, folder)
  await installation.remove()
  return { ...template, store: installation.store }
}
