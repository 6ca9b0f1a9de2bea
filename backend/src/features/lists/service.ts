import type { ListDeps, Tenant } from './deps.ts'
import { exportLines } from './export-items.ts'
import { createFinder } from './find-items.ts'
import { createHitsOf, createPairsInUse } from './hits.ts'
import { createImports } from './import/imports.ts'
import { createItems } from './items.ts'
import { createStoreItems } from './store-items.ts'
import { createTrace } from './trace.ts'
import { listItems } from './collections.ts'
import type { Actor } from '../audit/service.ts'

export { createListCarrier } from './carry-items.ts'
export { createHitsConsumer, hitsField } from './count-hits.ts'
export type { ListDeps } from './deps.ts'

export const createLists = (deps: ListDeps) => {
  const pairsInUse = createPairsInUse(deps)
  const items = createStoreItems({ ...deps, pairsInUse })
  const finder = createFinder({ ...deps, items })
  const parts = { ...deps, items, finder, trace: createTrace(deps) }
  return {
    hitsOf: createHitsOf({ ...deps, pairsInUse }),
    ...createItems(parts),
    ...{ get: finder.get, list: finder.list, search: finder.search },
    imports: createImports(parts),
    /** The whole file, line by line, and how many items stand in it. */
    async export({ merchantId, mode }: Tenant, actor: Actor) {
      const scope = items.scopeOf(merchantId)
      const total = await scope.count(listItems, {})
      const told = await parts.trace(merchantId, {
        actor,
        action: 'list.exported',
        id: 'lists',
        details: { items: total },
      })
      if (!('document' in told)) throw new Error('a trace is an insert')
      await scope.write(told)
      return { total, lines: exportLines(scope, mode) }
    },
  }
}
export type ListService = ReturnType<typeof createLists>
