import { createAssess, createFinish } from './assess.ts'
import { createClaims } from './claims.ts'
import type { AssessmentDeps } from './deps.ts'
import { createOrders } from './orders/orders.ts'
import { createPacker } from './past/packs.ts'
import { createPastOrders } from './past/past-orders.ts'
import { createReader } from './read.ts'
import { createRejudge } from './rejudge.ts'
import { createReplay } from './replay.ts'
import { createStored } from './stored.ts'
import { createSweep } from './sweep.ts'

/** For historical streams: the same reading and deriving as of an order that comes over the wire. */
export type { InputKinds } from './declared-inputs.ts'
export { contentDigest, orderRefOf } from './content-digest.ts'
export { createDerive, type Derive } from './derive.ts'
export { createNormsConsumer } from './norms.ts'
export { createImported, type ImportedOrder } from './imported.ts'
export { createStored } from './stored.ts'
export { parseRequest } from './parsing/parse-request.ts'
export type { AssessmentDeps } from './deps.ts'
export type { PastRow } from './past/past-row.ts'
export type { Rejudge, Rejudged } from './rejudge.ts'
export type { StoredOrder, StoredOrders } from './stored.ts'

export const createAssessments = (deps: AssessmentDeps) => {
  const claims = createClaims(deps)
  const finish = createFinish(deps, claims)
  const reader = createReader(deps)
  const stored = createStored(deps)
  return {
    assess: createAssess(deps, claims, finish),
    get: reader.get,
    list: reader.list,
    latestOfSession: reader.latestOfSession,
    replay: createReplay(deps, reader),
    /** From what is known today; the verdict itself stays as it is. */
    rejudge: createRejudge(deps),
    /** For the dashboard. */
    orders: createOrders(deps, reader),
    /** For rooms that learn from orders, follow them up, or test rules on them. */
    stored,
    /** For backtests: evidence and facts alone. */
    past: createPastOrders(deps),
    pack: createPacker({ ...deps, oldestUnscored: stored.oldestUnscored }),
    sweep: createSweep(deps, claims, finish),
  }
}
export type AssessmentService = ReturnType<typeof createAssessments>
