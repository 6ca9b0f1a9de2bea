import type { Collection } from '../collection.ts'
import type { DocumentStore } from '../port.ts'
import type { Probe } from '../probe.ts'
import type { Sealer } from '../sealer.ts'

export interface OpenOptions {
  readonly collections: readonly Collection[]
  readonly sealer: Sealer
  readonly clock: () => number
  readonly sweepMs: number
  readonly onLatePush: (collection: string) => void
  readonly onKeyMissing?: (collection: string, merchantId: string) => void
  readonly probe: Probe
}

/** One empty database, opened as often as a test likes. */
export interface Place {
  open(options: OpenOptions): Promise<DocumentStore>
  /** Everything that lies on disk, or all that a dump would hold. */
  dump(): Promise<readonly Buffer[]>
  /** Goes behind the port, with the engine's own client: rejects when the database itself guards the collection. */
  readonly tamper?: (collection: string, act: 'update' | 'delete' | 'replace') => Promise<void>
  remove(): Promise<void>
}

export interface EngineUnderTest {
  readonly name: string
  createPlace(): Promise<Place>
}
