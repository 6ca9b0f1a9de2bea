import type { KeyObject } from 'node:crypto'
import { Conflict, type DocumentStore, type Documents, type Head } from '../documents/port.ts'
import { SealingKeyMissing } from '../documents/sealer.ts'
import { createKeyRow, destroyedKeyRow, openKeyRow, rotationStep, vaultKeys, type KeyRing } from './key-rows.ts'
import { createMasterRow, masterRowId, openMaster, vaultMaster } from './master-row.ts'
import { createStoreKeys, type RotationStage, type StoreKeys } from './store-keys.ts'

/** Whose keys: a merchant's, those of shared signals, or (null) the installation's own. */
export type Owner = string | null

export const networkOwner = 'network'
const rowIdOf = (owner: Owner): string => owner ?? 'installation'

export interface Keys extends KeyRing {
  readonly hashes: StoreKeys
}

const insertUnlessThere = async (documents: Documents, head: Head): Promise<void> => {
  try {
    await documents.write(head)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error // another process was first: its row counts
  }
}

const readMaster = async (documents: Documents, masterSecret: string): Promise<KeyObject> => {
  const found = await documents.get(vaultMaster, masterRowId)
  if (found) return openMaster(masterSecret, found)
  await insertUnlessThere(documents, { insert: vaultMaster, document: createMasterRow(masterSecret) })
  const made = await documents.get(vaultMaster, masterRowId)
  if (!made) throw new Error('the master row could not be stored')
  return openMaster(masterSecret, made)
}

/**
 * Opened keys in memory, about 1 KB per merchant of the installation. Kept until a change is announced; then each is
 * read again before its next use, so that a destroyed key is gone from every process within 2 s.
 */
export const createKeyCabinet = () => {
  const opened = new Map<Owner, { readonly keys: Keys; stale: boolean }>()
  const loading = new Map<Owner, Promise<Keys>>()
  let source: { readonly documents: Documents; readonly wrapping: KeyObject } | undefined

  const load = async (owner: Owner): Promise<Keys> => {
    if (!source) throw new Error('the vault is not open yet')
    const { documents, wrapping } = source
    const id = rowIdOf(owner)
    let row = await documents.get(vaultKeys, id)
    if (!row) {
      await insertUnlessThere(documents, { insert: vaultKeys, document: createKeyRow(wrapping, id) })
      row = await documents.get(vaultKeys, id)
    }
    opened.delete(owner)
    if (!row || row.destroyed) throw new SealingKeyMissing(owner)
    const ring = openKeyRow(wrapping, row)
    const keys = { ...ring, hashes: createStoreKeys(ring.identifier, row.rotation) }
    opened.set(owner, { keys, stale: false })
    return keys
  }

  /** The keys, or the promise of them. The first use of a merchant makes its keys. */
  const fetch = (owner: Owner): Keys | Promise<Keys> => {
    const known = opened.get(owner)
    if (known && !known.stale) return known.keys
    const running = loading.get(owner)
    if (running) return running
    const started = load(owner).finally(() => loading.delete(owner))
    loading.set(owner, started)
    return started
  }

  return {
    async unlock(store: Pick<DocumentStore, 'operator'>, masterSecret: string): Promise<void> {
      const documents = store.operator()
      source = { documents, wrapping: await readMaster(documents, masterSecret) }
      await fetch(null)
      await fetch(networkOwner)
    },
    fetch,
    /** At once, or not at all. Keys marked stale still serve the write that is under way. */
    held(owner: Owner): Keys {
      const entry = opened.get(owner)
      if (!entry) throw new SealingKeyMissing(owner)
      return entry.keys
    },
    markStale(): void {
      for (const entry of opened.values()) entry.stale = true
    },
    /** The next step of a rotation of the identifier key; the caller announces it. False when there is none to take. */
    async rotate(merchantId: string, to: RotationStage | 'done'): Promise<boolean> {
      if (!source) throw new Error('the vault is not open yet')
      const { documents, wrapping } = source
      const row = await documents.get(vaultKeys, merchantId)
      const step = row && !row.destroyed ? rotationStep(wrapping, row, to) : undefined
      if (!step) return false
      await documents.write({ update: vaultKeys, id: merchantId, changes: step })
      const entry = opened.get(merchantId)
      if (entry) entry.stale = true
      return true
    },
    /** The row stays, empty, so that the keys are never made anew. */
    async destroy(merchantId: string): Promise<void> {
      await fetch(merchantId)
      await source?.documents.write({ update: vaultKeys, id: merchantId, changes: { set: destroyedKeyRow } })
      opened.delete(merchantId)
    },
  }
}
