import { createApp } from './app.ts'
import { createModelRole } from './features/models/service.ts'
import { has, openGround, type Ground, type GroundOptions } from './ground.ts'
import { armFailpoint } from './platform/failpoint.ts'
import { pagesOf } from './pages.ts'
import { startJobs, type RunningJobs } from './platform/jobs/jobs.ts'
import { createReception } from './reception.ts'
import { routesOf } from './routes.ts'
import { createServices, type Services } from './services.ts'
import { jobsOf } from './worker.ts'

export interface House extends Ground {
  readonly services: Services
  readonly app: ReturnType<typeof createApp>
  /** Starts the worker's jobs, when this process has that role. */
  startWork(): RunningJobs
  close(): Promise<void>
}

export interface HouseOptions extends GroundOptions {
  /** Folder of the repository or package: where `dist` lies. */
  readonly root: string
}

const modelRoleOf = ({ clock, foundation }: Ground) =>
  createModelRole({
    clock,
    storeKeys: (merchantId) => foundation.vault.storeKeys(merchantId),
    policyAt: (merchantId, revision) => foundation.merchants.policyAt(merchantId, revision),
  })

/** The only place that wires things together. */
export const openHouse = async (options: HouseOptions): Promise<House> => {
  if (__FAILPOINTS__) armFailpoint(options.config.failpoint)
  const ground = await openGround(options)
  const { config, foundation, ephemeral } = ground
  const services = await createServices(ground, options.root)
  const routes = routesOf(ground, services)
  const app = createApp({
    routes,
    reception: createReception(ground, services),
    pages: pagesOf(config, options.root),
    publicUrl: config.publicUrl,
    modelRole: has(config, 'model') ? modelRoleOf(ground) : null,
    metrics: { registry: ground.metrics.registry, token: config.metrics.token },
  })
  return {
    ...ground,
    services,
    app,
    startWork: () => startJobs({ documents: foundation.documents, ...ground }, jobsOf(ground, services)),
    close: async () => {
      ground.stopping.abort()
      await services.requests.flush()
      await foundation.close()
      await ephemeral.close()
    },
  }
}
