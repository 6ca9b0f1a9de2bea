import { components, type Component, type ComponentFamily } from './components.data.ts'

/** Component names with their keyed hashes. */
type Keyed = Readonly<Record<string, string>>

/**
 * Bits for "the same device", after Fellegi and Sunter: an agreement is worth log2(kept / common), a difference
 * log2((1 - kept) / (1 - common)), which is negative.
 */
const agreementBits = ({ kept, common }: Component): number => Math.log2(kept / common)
const differenceBits = ({ kept, common }: Component): number => Math.log2((1 - kept) / (1 - common))

/** One in so many devices of a store looks like this one before anything is compared: judged for a store of middling size. */
const priorBits = 10

/**
 * Parts of one machine are not independent: a phone model fixes nearly all of them, so they cannot prove more than the model's
 * share of phones (about 1 in 250) or, for assembled computers, of desktops (about 1 in 65,000). Judgement.
 */
const machineBitsAtMost = { phone: 8, desktop: 16 } as const
export type Build = keyof typeof machineBitsAtMost

/** So many networks in a week are one person's home, work, telephone and a guest; beyond, each doubling halves the odds. */
const ordinaryNetworks = 4

/** What changes together counts once: differences of a family are worth 1, 1/2, 1/4, ... from the strongest on. */
const discounted = (bits: readonly number[]): number =>
  [...bits].sort((one, other) => one - other).reduce((sum, value, rank) => sum + value / 2 ** rank, 0)

interface Compared {
  readonly machine: number
  readonly person: number
  readonly differences: Partial<Record<ComponentFamily, number[]>>
}

const compare = (one: Keyed, other: Keyed): Compared => {
  let machine = 0
  let person = 0
  const differences: Compared['differences'] = {}
  for (const [name, component] of Object.entries(components)) {
    if (one[name] === undefined || other[name] === undefined) continue
    if (one[name] !== other[name]) (differences[component.family] ??= []).push(differenceBits(component))
    else if (component.family === 'person') person += agreementBits(component)
    else machine += agreementBits(component)
  }
  return { machine, person, differences }
}

/** Probability, 0 to 0.99, that both are the same device. Certainty is not to be had: identical phones collide. */
export function likeness(one: Keyed, other: Keyed, { build, networks }: { build: Build; networks: number }): number {
  const { machine, person, differences } = compare(one, other)
  const against = Object.values(differences).reduce((sum, bits) => sum + discounted(bits), 0)
  const crowd = Math.max(0, Math.log2(networks / ordinaryNetworks))
  const bits = Math.min(machine, machineBitsAtMost[build]) + person + against - priorBits - crowd
  const odds = 2 ** bits
  return Math.round(Math.min(0.99, odds / (1 + odds)) * 100) / 100
}
