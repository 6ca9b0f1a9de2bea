import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { serve, untilStopped, type Serving } from '../../main.ts'
import type { Command, Outcome, Surroundings } from '../command.ts'
import { provePortFree, startDemoShop, type RunningShop } from '../demo-shop.ts'
import { writeSamples } from '../demo-samples.ts'
import { ensureDemoStore, type SignIn } from '../demo-store.ts'
import { pairs } from '../table.ts'

interface Demo {
  readonly shop: RunningShop | undefined
  readonly signIn: SignIn | undefined
}

/** The shop forwards its visitors' addresses like a store's own proxy would: one hop more to believe. */
const withShopsHop = (config: Config): Config => ({ ...config, trustProxyHops: Math.max(1, config.trustProxyHops) })

const startDemo = async ({ house, url }: Serving, { root, note }: Surroundings): Promise<Demo> => {
  const port = house.config.demoPort
  const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`]
  const { keys, signIn, merchantId } = await ensureDemoStore(house.foundation, port === 0 ? [] : origins)
  // Only with the first start: who removed them does not want them back.
  const samples =
    signIn === undefined
      ? house.services.samples.settle({ merchantId, mode: 'test' })
      : writeSamples({ house, root, merchantId })
  void samples.catch((error: unknown) => {
    house.log.warn({ err: error }, 'sample orders were not written to the end')
  })
  if (!existsSync(join(root, 'dist/demo/shop.mjs'))) {
    note('The demo shop is not built: npm run build')
    return { shop: undefined, signIn }
  }
  return { shop: await startDemoShop({ root, port, serverUrl: url, keys }), signIn }
}

const told = (url: string, { shop, signIn }: Demo): string => {
  const addresses: (readonly [string, string])[] = [
    ['Dashboard', url],
    ...(shop ? [['Demo shop', shop.url] as const] : []),
    ['API page', `${url}/docs`],
  ]
  const once: (readonly [string, string])[] = signIn
    ? [
        ['E-mail', signIn.email],
        ['Password', `${signIn.password}   (shown only now)`],
      ]
    : []
  const welcome = signIn ? `\n\nSign in to the dashboard with\n${pairs(once, '  ')}` : ''
  return `\nGoodfaith is ready.\n${pairs(addresses, '  ')}${welcome}\n\nCtrl+C stops it.`
}

const outcomeOf = (serving: Serving, demo: Demo): Outcome => {
  // Before the addresses are told: who reads them may already send the signal.
  const stopped = untilStopped(serving)
  return {
    json: {
      dashboard: serving.url,
      shop: demo.shop?.url ?? null,
      docs: `${serving.url}/docs`,
      sign_in: demo.signIn ?? null,
    },
    text: told(serving.url, demo),
    afterwards: async () => {
      await stopped
      await demo.shop?.stop()
    },
  }
}

const nothing: Demo = { shop: undefined, signIn: undefined }

export const start: Command = {
  name: 'start',
  summary: 'start the server with a demo store and its shop (npm start builds first)',
  usage: '',
  details: 'With NODE_ENV=production neither demo store nor shop is made: it is then the same as serve.',
  options: {},
  async run(_given, surroundings) {
    const { config, note, root } = surroundings
    if (!config.production) await provePortFree(config.demoPort)
    const serving = await serve({ config: config.production ? config : withShopsHop(config), note, root })
    try {
      return outcomeOf(serving, config.production ? nothing : await startDemo(serving, surroundings))
    } catch (error) {
      await serving.stop()
      throw error
    }
  },
}
