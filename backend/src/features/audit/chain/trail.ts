import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import type { DocumentStore } from '../../../platform/documents/port.ts'
import { once } from '../../../platform/once.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { anchorKey, appendAnchors, publicKeyOf, signAnchor, type Anchor } from './anchors.ts'
import { createExport } from './export.ts'
import { createFollow } from './follow.ts'
import { installationChain } from './links.ts'
import { createVerify } from './verify.ts'
import { createTrailReader } from './read.ts'

export interface TrailDeps {
  readonly documents: DocumentStore
  readonly vault: Pick<Vault, 'installationKeys'>
  readonly clock: () => number
  readonly dataDir: string
  readonly stores: () => Promise<readonly { readonly organizationId: string }[]>
}

/** The audit trail: chained, signed outside the database, verified, exported. */
export const createTrail = ({ documents, vault, clock, dataDir, stores }: TrailDeps) => {
  const anchorsFile = join(dataDir, 'anchors.log')
  const key = once((): KeyObject =>
    anchorKey(Buffer.from(vault.installationKeys().digest('audit-anchor', 'ed25519'), 'hex')),
  )
  const { follow, hasNew, headOf } = createFollow({ documents, clock })
  /** Every organisation's, and the installation's own. */
  const chains = async (): Promise<readonly string[]> => [
    installationChain,
    ...new Set((await stores()).map(({ organizationId }) => organizationId)),
  ]
  const signed = new Map<string, number>()

  return {
    follow,
    hasNew,
    /** Signs the heads that moved since the last time, and answers them. */
    anchor: async (): Promise<readonly Anchor[]> => {
      const at = new Date(clock()).toISOString()
      const heads = await Promise.all((await chains()).map(headOf))
      const moved = heads
        .filter((head) => head !== undefined)
        .filter(({ organization_id, seq }) => signed.get(organization_id) !== seq)
      if (moved.length === 0) return []
      const anchors = moved.map(({ organization_id, seq, digest }) =>
        signAnchor(key(), { at, organization_id, seq, digest }),
      )
      appendAnchors(anchorsFile, anchors)
      for (const { organization_id, seq } of moved) signed.set(organization_id, seq)
      return anchors
    },
    verify: createVerify({ documents, key, anchorsFile }),
    export: createExport({ documents }),
    read: createTrailReader({ documents }),
    publicKey: () => publicKeyOf(key()),
    chains,
  }
}
export type Trail = ReturnType<typeof createTrail>
