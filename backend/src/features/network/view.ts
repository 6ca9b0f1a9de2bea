import type { IdentifierKind } from '#contract/identifier.ts'
import { networkBuckets, type NetworkBucket } from '#contract/network.ts'
import { groupOf, type Group, type Signal } from '../../scoring/network-signal.ts'
import type { NetworkSignals, NetworkView } from '../../scoring/network-view.ts'
import type { SummaryDocument } from './collections.ts'
import { saysGood, sharedKinds, type NetworkIdentifiers } from './kinds.ts'

const dayMs = 86_400_000
/** A fraud is told of for a year; a decline is a guess and fades in a month. */
const windows: Readonly<Record<Signal, number>> = { fraud: 365 * dayMs, declined: 30 * dayMs, good: 365 * dayMs }

/** Below this nothing is said, whatever the installation sets. */
export const fewestStores = 3

export const bucketOf = (stores: number, floor: number): NetworkBucket | null => {
  if (stores < Math.max(fewestStores, floor)) return null
  return stores < 10 ? '3 to 9' : stores < 30 ? '10 to 29' : '30 or more'
}

export type Said = Pick<SummaryDocument, 'fraud' | 'declined' | 'good'>

export interface Listener {
  readonly now: number
  /** How many others must have said it. */
  readonly floor: number
  /** Owners of the stores that are heard, by the name on their gifts. The listener's own owner is not among them. */
  readonly heard: ReadonlyMap<string, string>
}

/** Stores of one owner are one voice: nobody makes a crowd of himself. */
const countOf = (said: Said, signal: Signal, { now, heard }: Listener): number => {
  const owners = new Set<string>()
  for (const [store, at] of said[signal]) {
    const owner = heard.get(store)
    if (owner !== undefined && at > now - windows[signal]) owners.add(owner)
  }
  return owners.size
}

const rankOf = (bucket: NetworkBucket | null): number => (bucket === null ? 0 : networkBuckets.indexOf(bucket) + 1)

type Signals = { -readonly [Name in Signal]: NetworkSignals[Name] }

/**
 * What a store may know of its order's identifiers. Of each group and signal only the strongest identifier speaks: one
 * person's e-mail, telephone and card are not three proofs, and no store moves a score thrice by naming all of them.
 */
export const viewNetwork = (
  identifiers: NetworkIdentifiers,
  summaries: Partial<Record<IdentifierKind, Said>>,
  listener: Listener,
): NetworkView => {
  const view: Partial<Record<IdentifierKind, Signals>> = {}
  const strongest = new Map<string, { readonly kind: IdentifierKind; readonly bucket: NetworkBucket }>()
  for (const kind of sharedKinds) {
    if (identifiers[kind] === undefined) continue
    view[kind] = { fraud: null, declined: null, good: null }
    const said = summaries[kind]
    if (!said) continue
    for (const signal of signalsOf(kind)) {
      const bucket = bucketOf(countOf(said, signal, listener), listener.floor)
      const key = `${String(groupOf[kind] satisfies Group | undefined)} ${signal}`
      if (bucket !== null && rankOf(bucket) > rankOf(strongest.get(key)?.bucket ?? null)) {
        strongest.set(key, { kind, bucket })
      }
    }
  }
  for (const [key, { kind, bucket }] of strongest) {
    const signals = view[kind]
    const signal = key.slice(key.indexOf(' ') + 1) as Signal
    if (signals) signals[signal] = bucket
  }
  return view
}

const signalsOf = (kind: IdentifierKind): readonly Signal[] =>
  saysGood(kind) ? ['fraud', 'declined', 'good'] : ['fraud']
