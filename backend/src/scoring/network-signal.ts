import type { IdentifierKind } from '#contract/identifier.ts'
import { networkBuckets, type NetworkBucket } from '#contract/network.ts'
import { choice, type ChoiceEvidence } from './evidence.ts'
import type { NetworkSignals } from './network-view.ts'

export type Signal = keyof NetworkSignals
type Table = Readonly<Record<NetworkBucket, number>>

const tableOf = (three: number, ten: number, thirty: number): Table => ({
  '3 to 9': three,
  '10 to 29': ten,
  '30 or more': thirty,
})

/** Who an identifier stands for: a person, a place many people share, or a device. */
export type Group = 'person' | 'place' | 'device'
export const groupOf: Readonly<Partial<Record<IdentifierKind, Group>>> = {
  email: 'person',
  phone: 'person',
  card: 'person',
  address: 'person',
  ip: 'place',
  email_domain: 'place',
  device: 'device',
}

/** What others may say of each group. A place or a device is nobody: that good people use it too says nothing. */
const worth: Readonly<Record<Group, Readonly<Partial<Record<Signal, Table>>>>> = {
  person: { fraud: tableOf(-11, -20, -28), declined: tableOf(-2, -4, -6), good: tableOf(1, 2, 3) },
  place: { fraud: tableOf(-3, -5, -7) },
  device: { fraud: tableOf(-3, -6, -9) },
}

/** The largest step between two neighbouring answers: what one more store can change at one signal. */
const largestStep = (table: Table): number => {
  const points = [0, ...networkBuckets.map((bucket) => Math.abs(table[bucket]))]
  return Math.max(...points.slice(1).map((one, at) => one - (points[at] ?? 0)))
}

/**
 * No store alone moves another store's score by more: of each group and signal only the strongest identifier counts
 * (`features/network/view.ts`), so this is the sum of the largest steps. It is less than the way from the review line
 * to the decline line, so that no store alone makes a decline of what another would have approved.
 */
export const networkPointsAtMost = Object.values(worth)
  .flatMap((signals) => Object.values(signals))
  .reduce((total, table) => total + largestStep(table), 0)

const said: Readonly<Record<Signal, { readonly title: string; readonly sentence: (thing: string) => string }>> = {
  fraud: {
    title: 'Bad outcomes at other stores',
    sentence: (thing) => `had bad orders with this ${thing} in a year`,
  },
  declined: { title: 'Declined by other stores', sentence: (thing) => `declined this ${thing} in 30 days` },
  good: { title: 'Good orders at other stores', sentence: (thing) => `had good orders with this ${thing} in a year` },
}

interface NetworkEvidence {
  readonly kind: IdentifierKind
  readonly signal: Signal
  /** "e-mail" */
  readonly thing: string
  readonly basis: string
}

/** What other stores said of one identifier, in buckets. 'none': fewer than may be told, which is also how nothing looks. */
export const networkSignal = ({ kind, signal, thing, basis }: NetworkEvidence): ChoiceEvidence => {
  const group = groupOf[kind] ?? 'person'
  const points = worth[group][signal]
  if (!points) throw new Error(`${kind} has no ${signal} in the network`)
  const { title, sentence } = said[signal]
  return choice<NetworkBucket | 'none'>({
    name: `network.${kind}_${signal}`,
    code: `NETWORK_${signal}_${kind}`.toUpperCase(),
    title: `${title}: ${thing}`,
    // Only the strongest identifier of a group speaks, so these are never two views of one thing.
    family: group === 'device' ? 'network-device' : `network-${group}-${signal}`,
    scope: 'network',
    direction: signal === 'good' ? 'more-is-better' : 'more-is-worse',
    basis,
    missing: `the store does not share, the ${thing} was not sent, or the network could not be read`,
    points: { none: 0, ...points },
    read: ({ network }) => {
      const signals = network?.[kind]
      return signals ? (signals[signal] ?? 'none') : null
    },
    say: (bucket) =>
      bucket === 'none' ? `Other stores say nothing of this ${thing}` : `${bucket} other stores ${sentence(thing)}`,
  })
}
