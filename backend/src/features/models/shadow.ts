import { createCached } from '../../platform/changes/cached.ts'
import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { DocumentStore, Mode } from '../../platform/documents/port.ts'
import type { OutboxConsumer, OutboxEntry } from '../../platform/outbox/outbox.ts'
import { withShadow } from '../../scoring/learning/gate.ts'
import type { Challenger, Challengers } from '../../scoring/challenger.ts'
import type { ModelDocument } from './collections.ts'
import type { Tenant } from './deps.ts'
import { createModelStore } from './model-store.ts'

const adapt = (model: ModelDocument | undefined): Challenger | null =>
  model ? { model: model.id, base: model.base, tables: model.tables } : null

/** From memory: a new challenger is announced like a new policy. */
export const createChallengers = ({
  documents,
  changes,
}: {
  readonly documents: DocumentStore
  readonly changes: ChangeFeed
}) => {
  const store = createModelStore({ documents })
  const load = async (key: string): Promise<Challengers> => {
    const [mode = '', merchantId = ''] = key.split(':')
    const tenant: Tenant = { merchantId, mode: mode as Mode }
    const [standard, cod] = await Promise.all([
      store.ofState(tenant, 'standard', 'challenger'),
      store.ofState(tenant, 'cod', 'challenger'),
    ])
    return { standard: adapt(standard), cod: adapt(cod) }
  }
  const known = createCached({ changes, load })
  return ({ merchantId, mode }: Tenant): Promise<Challengers> => known(`${mode}:${merchantId}`)
}

const byModel = (entries: readonly OutboxEntry[]): ReadonlyMap<string, readonly OutboxEntry[]> => {
  const groups = new Map<string, OutboxEntry[]>()
  for (const entry of entries) {
    const model = entry.data['shadow_model']
    if (typeof model === 'string') groups.set(model, [...(groups.get(model) ?? []), entry])
  }
  return groups
}

const counted = (model: ModelDocument, entries: readonly OutboxEntry[]): Partial<ModelDocument> => {
  const met = new Set(model.last)
  const fresh = entries.filter(({ subject, data }) => !met.has(subject) && data['test'] !== true)
  const changes: Record<string, number> = { ...model.shadow.changes }
  let changed = 0
  for (const { data } of fresh) {
    if (data['decision'] === data['shadow_decision']) continue
    const name = `${data['decision']}>${data['shadow_decision']}`
    changes[name] = (changes[name] ?? 0) + 1
    changed += 1
  }
  const shadow = { orders: model.shadow.orders + fresh.length, changed: model.shadow.changed + changed, changes }
  return { shadow, gate: withShadow(model.gate, shadow), last: entries.map(({ subject }) => subject) }
}

/** How often a challenger would have decided otherwise, folded from the verdicts that carry its score. */
export const createShadowConsumer = ({ documents }: { readonly documents: DocumentStore }): OutboxConsumer => {
  const store = createModelStore({ documents })
  return {
    name: 'shadow',
    kind: 'assessment.scored',
    fold: async (tenant, entries) => {
      for (const [id, group] of byModel(entries)) {
        if (await store.find(tenant, id)) await store.change(tenant, id, (model) => counted(model, group))
      }
    },
  }
}
