import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import { SealingKeyMissing } from '../../platform/documents/sealer.ts'
import type { Carrier } from '../../platform/identifiers/carrier.ts'
import { networkOwner } from '../../platform/vault/key-cabinet.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { rotationId, rotations, type RotationDocument } from './collections.ts'

export interface RotationDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
  readonly vault: Pick<Vault, 'rotateIdentifiers' | 'storeKeys' | 'networkKeys'>
  readonly storeIds: () => Promise<readonly string[]>
  readonly carriers: readonly Carrier[]
  readonly timing?: RotationTiming
}

export interface RotationTiming {
  /** Every process hears of a change within 2 s; an order is on its way for a second at most. */
  readonly heardMs: number
  /** No order writes under keys that it read longer ago: it is refused instead (`record.ts`). */
  readonly lateMs: number
  /** The worker lets go of its lease in between, and stops when the server stops. */
  readonly sliceMs: number
}

export const usualTiming: RotationTiming = { heardMs: 5_000, lateMs: 10 * 60_000, sliceMs: 2_000 }

const pageSize = 100

/** undefined: these keys are not under rotation. */
const createLadderOf = ({ vault }: RotationDeps) => {
  const known = new Map<string, Ladder | undefined>()
  const load = async (owner: string): Promise<Ladder | undefined> => {
    try {
      const { ladder } = await (owner === networkOwner ? vault.networkKeys() : vault.storeKeys(owner))
      return ladder.isRotating ? ladder : undefined
    } catch (error) {
      if (error instanceof SealingKeyMissing) return undefined
      throw error
    }
  }
  return async (owner: string): Promise<Ladder | undefined> => {
    if (!known.has(owner)) known.set(owner, await load(owner))
    return known.get(owner)
  }
}

/**
 * Carries what stands in clear from one version of the identifier keys to the next while orders flow:
 * first every process looks under both versions, then all write under the new one, then documents are copied, and only
 * when nobody can write under the former one any more is it removed. Each slice can be repeated.
 */
export const createRotate = (deps: RotationDeps) => {
  const { documents, clock, changes, vault, storeIds, carriers, timing = usualTiming } = deps
  const operator = documents.operator()

  const save = async (set: Partial<RotationDocument>): Promise<void> => {
    const known = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >
    await operator.write({ update: rotations, id: rotationId, changes: { set: { ...known, seen_at: clock() } } })
  }

  const storesOf = async ({ merchant_id: one }: RotationDocument): Promise<readonly string[]> =>
    one === null ? await storeIds() : [one]

  const rotateAll = async (rotation: RotationDocument, to: 'reading' | 'writing' | 'done'): Promise<number> => {
    const stores = await storesOf(rotation)
    for (const merchantId of stores) await vault.rotateIdentifiers(merchantId, to)
    if (rotation.merchant_id === null) await vault.rotateIdentifiers(networkOwner, to)
    await changes.announce()
    return stores.length
  }

  const carryPage = async (rotation: RotationDocument, step: 'copy' | 'settle'): Promise<RotationDocument> => {
    const carrier = carriers[rotation.carrier]
    if (!carrier) return rotation
    const world = { documents, ladderOf: createLadderOf(deps) }
    const { items, next } = await carrier.page(documents, pageSize, rotation.after)
    let done = 0
    for (const item of items) if (await item[step](world)) done += 1
    const at = next === null ? { carrier: rotation.carrier + 1, after: null } : { after: next }
    const counted = step === 'copy' ? { copied: rotation.copied + done } : { settled: rotation.settled + done }
    await save({ ...at, ...counted })
    return { ...rotation, ...at, ...counted }
  }

  /** As many pages as fit; true once all collections are through. */
  const carry = async (rotation: RotationDocument, step: 'copy' | 'settle'): Promise<boolean> => {
    const until = clock() + timing.sliceMs
    let at = rotation
    while (at.carrier < carriers.length) {
      at = await carryPage(at, step)
      if (clock() >= until) return at.carrier >= carriers.length
    }
    return true
  }

  const fromStart = { carrier: 0, after: null }

  const advance: Readonly<Record<RotationDocument['phase'], (rotation: RotationDocument) => Promise<void>>> = {
    asked: async (rotation) => {
      const stores = await rotateAll(rotation, 'reading')
      await save({ phase: 'reading', stores, not_before: clock() + timing.heardMs })
    },
    reading: async (rotation) => {
      await rotateAll(rotation, 'writing')
      await save({ phase: 'copying', not_before: clock() + timing.heardMs, ...fromStart })
    },
    copying: async (rotation) => {
      if (await carry(rotation, 'copy'))
        await save({ phase: 'settling', not_before: clock() + timing.lateMs, ...fromStart })
    },
    settling: async (rotation) => {
      if (rotation.carrier === 0 && rotation.after === null) await documents.sweep()
      if (!(await carry(rotation, 'settle'))) return
      await rotateAll(rotation, 'done')
      await save({ phase: 'done', done_at: clock() })
    },
    done: () => Promise.resolve(),
  }

  /** One slice of work. */
  return async (): Promise<void> => {
    const rotation = await operator.get(rotations, rotationId)
    if (!rotation || rotation.phase === 'done') return
    if (clock() < rotation.not_before) await save({})
    else await advance[rotation.phase](rotation)
  }
}
