import type { Clock } from '../../clock.ts'
import type { Probe } from '../probe.ts'
import type { Sealer } from '../sealer.ts'
import type { LatePush } from './change-document.ts'
import type { Shelves } from './shelf.ts'
import type { Tenant } from './stored.ts'
import type { Turns } from './turns.ts'

/** What every part of the engine works with. */
export interface Engine {
  readonly shelves: Shelves
  readonly sealer: Sealer
  readonly clock: Clock
  readonly turns: Turns
  readonly latePush: LatePush
  /** A walk over all merchants met one whose sealing key was destroyed. */
  readonly keyMissing: (collection: string, merchantId: string) => void
  readonly probe: Probe | undefined
  /** How long a follower may still come after what it is about was removed. */
  readonly horizonMs: number
  /** Work that nobody waits for, except the end of the store. */
  readonly background: (work: Promise<unknown>) => void
  readonly settleBackground: () => Promise<unknown>
}

/** Sealing keys are loaded before a body is sealed or opened. */
export const prepareKey = async ({ sealer }: Pick<Engine, 'sealer'>, tenant: Tenant | null): Promise<void> => {
  const loading = sealer.prepare(tenant?.merchantId ?? null)
  if (loading) await loading
}
