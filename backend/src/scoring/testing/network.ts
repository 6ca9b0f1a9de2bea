import type { IdentifierKind } from '#contract/identifier.ts'
import type { NetworkSignals, NetworkView } from '../network-view.ts'

const silent: NetworkSignals = { fraud: null, declined: null, good: null }

/** A network that speaks of one kind of identifier alone. */
export const said = (kind: IdentifierKind, signals: Partial<NetworkSignals>): NetworkView => ({
  [kind]: { ...silent, ...signals },
})
