import type { EvidenceValue } from '../../evidence.ts'
import { registry } from '../../registry.ts'
import { createMatrixBuilder, type LearningOrder, type Matrix, type MatrixOptions } from '../matrix.ts'

/** The same sequence for the same seed. */
export const createChance = (seed: number) => {
  let state = seed >>> 0 || 1
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const places = new Map(registry.map(({ name }, index) => [name, index]))

export const valuesWith = (known: Readonly<Record<string, EvidenceValue>>): EvidenceValue[] => {
  const values = registry.map((): EvidenceValue => null)
  for (const [name, value] of Object.entries(known)) values[places.get(name) ?? -1] = value
  return values
}

export const day = 86_400_000

export interface World {
  readonly orders: number
  readonly seed: number
  /** Chance that an order is bad. */
  readonly rate?: number
  /** Adds to each order what a test plants. */
  readonly more?: (order: {
    readonly bad: boolean
    readonly row: number
    readonly values: readonly EvidenceValue[]
    readonly chance: () => number
  }) => Partial<LearningOrder>
}

/**
 * Orders of a store in which digits in the e-mail address mean nothing, several devices mean much, and paying by bank
 * transfer is worse than the scorecard thinks. Bad orders are told after a week, good ones after two.
 */
export const ordersOf = ({ orders, seed, rate = 0.05, more }: World): LearningOrder[] => {
  const chance = createChance(seed)
  return Array.from({ length: orders }, (_, row) => {
    const bad = chance() < rate
    const at = 1_700_000_000_000 + (row * (200 * day)) / orders
    const devices = Math.floor(1 + chance() * (bad ? 5 : 2))
    const values = valuesWith({
      'email.devices_7d': chance() < 0.2 ? null : devices,
      'email.digits_share': Math.round(chance() * 1e6) / 1e6,
      'email.disposable': chance() < (bad ? 0.3 : 0.02),
      'payment.method': chance() < (bad ? 0.6 : 0.1) ? 'bank_transfer' : 'card',
      'email.known_days': Math.floor(chance() * chance() * (bad ? 20 : 400)),
    })
    const knownAt = at + (bad ? 7 : 14) * day
    const order = { at, values, bad, knownAt, weight: 1, amount: Math.round(1_000 + chance() * 20_000), method: 'card' }
    return { ...order, ...more?.({ bad, row, values, chance }) }
  })
}

export const matrixOf = (orders: readonly LearningOrder[], options: Partial<MatrixOptions> = {}): Matrix => {
  const builder = createMatrixBuilder({ cut: Number.MAX_SAFE_INTEGER, weighing: { off: [] }, ...options })
  for (const order of orders) builder.add(order)
  return builder.build()
}
