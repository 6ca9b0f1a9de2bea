import type { Tenant } from '../features/models/deps.ts'
import type { ModelDocument } from '../features/models/collections.ts'
import { createModelStore } from '../features/models/model-store.ts'
import { createId } from '../platform/ids.ts'
import { noMeasures } from '../scoring/learning/model-card.ts'
import { scoreTables } from '../scoring/learning/tables.ts'
import type { TestHouse } from './house.ts'

/** A challenger that finds card payments 12 points worse than the scorecard does; answers its id. */
export const plantModel = async (
  { foundation: { documents, changes } }: Pick<TestHouse, 'foundation'>,
  tenant: Tenant,
  more: Partial<ModelDocument> = {},
): Promise<string> => {
  const now = Date.now()
  const store = createModelStore({ documents })
  const id = createId('mdl', now)
  const categories = ['card', 'cod']
  const table = { edges: [], categories, corrections: [-12, 0, 0], missing: 0 }
  await store.insert(tenant, {
    ...{ id, card: 'standard', number: await store.nextNumber(tenant, 'standard'), level: 'store' },
    ...{ state: 'challenger', created_at: now, cut: now, base: 68 },
    tables: scoreTables(id, { scale: 1, tables: { 'payment.method': table }, custom: {} }),
    ...{ trained_on: { orders: 500, bad: 20 }, measures: noMeasures, gate: { outcome: 'waiting', checks: [] } },
    parts: { scores: [], learning_curve: [], curves: [], groups: [], leaks: [] },
    left_out: { declined: 0, unknown: 0, share: 0 },
    ...{ network: null, population: {}, shadow: { orders: 0, changed: 0, changes: {} }, last: [] },
    ...{ promoted_at: null, promoted_by: null, revision: 1 },
    ...more,
  })
  await changes.announce()
  return id
}
