import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LabelName } from '#contract/labels.ts'
import type { House } from '../container.ts'
import { createServices } from '../services.ts'

type Line =
  | { readonly type: 'order'; readonly at: string; readonly request: { readonly order: { readonly id: string } } }
  | {
      readonly type: 'label'
      readonly at: string
      readonly order_id: string
      readonly label: LabelName
      readonly reason_code?: string
    }
interface Simulator {
  readonly simulate: (settings: object) => Iterable<{ readonly line: Line }>
}

const dayMs = 86_400_000
/** Three weeks up to now: enough for norms, profiles and a first ring, and written in seconds. */
const days = 21
const ordersPerDay = 16

const linesUntil = ({ simulate }: Simulator, now: number): readonly Line[] => {
  const start = Math.floor(now / dayMs) * dayMs - (days - 1) * dayMs
  const settings = { seed: 'demo', start: new Date(start).toISOString(), days, ordersPerDay, fraudRate: 0.04 }
  return [...simulate(settings)].map(({ line }) => line).filter(({ at }) => Date.parse(at) <= now)
}

export interface SampleDeps {
  readonly house: House
  readonly root: string
  readonly merchantId: string
}

/** Lets other work of the server go first: nobody waits for a sample. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Fills the test mode of the demo store with three weeks of invented orders, through the same services as any order and
 * with a clock that stands where each order does. Runs beside the server; what is left when it stops stays away.
 */
export const writeSamples = async ({ house, root, merchantId }: SampleDeps): Promise<number> => {
  const file = join(root, 'dist/demo/simulator.mjs')
  const tenant = { merchantId, mode: 'test' } as const
  const { samples } = house.services
  if (!existsSync(file) || !(await samples.begin(tenant))) return 0
  const simulator = (await import(pathToFileURL(file).href)) as Simulator
  const lines = linesUntil(simulator, house.clock())
  let now = 0
  const services = await createServices({ ...house, clock: () => now }, root)
  let orders = 0
  try {
    for (const line of lines) {
      if (house.stopping.signal.aborted) break
      now = Date.parse(line.at)
      if (line.type === 'order') {
        await services.assessments.assess(callOf(tenant, line, now))
        orders += 1
      } else {
        const { order_id, label, reason_code } = line
        const told = {
          order_id,
          label,
          source: 'import',
          ...(reason_code === undefined ? {} : { reason_code }),
        } as const
        await services.labels.tell(tenant, { type: 'operator', id: null }, told)
      }
      await breathe()
    }
  } finally {
    await samples.finish(tenant, orders)
  }
  return orders
}

const callOf = (tenant: { merchantId: string; mode: 'test' }, line: Line & { type: 'order' }, receivedAt: number) => ({
  tenant,
  keyId: 'sample',
  body: line.request,
  rawBody: Buffer.from(JSON.stringify(line.request)),
  idempotencyKey: `sample ${line.request.order.id}`,
  requestId: `sample ${line.request.order.id}`,
  receivedAt,
})
