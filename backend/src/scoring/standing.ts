import type { LabelName, OutcomeName } from '#contract/labels.ts'
import type { OrderEventType } from '#contract/order-events.ts'

/**
 * What one label, event or review says of an order. `held`: something was told that is learned from by nobody, but ends
 * silence. `paid` and `unpaid` are the last word on the payment.
 */
export type Says =
  | 'bad'
  | 'good'
  | 'refused'
  | 'held'
  | 'withdrawn'
  | 'paid'
  | 'unpaid'
  | 'cancelled'
  | 'returned'
  | 'declined'
  | 'approved'

/** Something that became known of an order, by the time it did. */
export interface Fact {
  readonly at: number
  readonly says: Says
}

export interface PlacedOrder {
  readonly receivedAt: number
  /** By the verdict, and not let through as a control. */
  readonly declined: boolean
  /** Cash on delivery: a refused delivery is bad. */
  readonly cod: boolean
}

export interface Standing {
  /** Of the fraud question alone; null while it is open. */
  readonly fraud: 'bad' | 'good' | null
  readonly refused: boolean
  readonly unpaid: boolean
  readonly returned: boolean
  readonly declined: boolean
  readonly cancelled: boolean
  /** Of the order's own question. */
  readonly outcome: OutcomeName
  readonly because: 'label' | 'silence' | 'declined' | 'cancelled' | 'waiting'
  /** When `outcome` became known; null while it is pending. */
  readonly knownAt: number | null
  /** When silence counts as good, if nothing else is heard; null when it never will or already does. */
  readonly goodAt: number | null
}

export const dayMs = 86_400_000

/**
 * Reason codes of the card networks that mean fraud, and the words of payment providers. Visa 10.x; Mastercard 4837, 4840,
 * 4849, 4863, 4870, 4871; American Express F10, F14, F24, F29 to F31, FR2, FR4, FR6; Discover and Diners UA01 to UA06, UA10
 * to UA12. A chargeback for goods that never came is a dispute about goods.
 */
const fraudReason =
  /^(?:10(?:\.\d)?|48(?:37|40|49|63|70|71)|F(?:1[04]|24|29|3[01])|FR[246]|UA(?:0[1-6]|1[0-2])|.*(?:fraud|unauthori[sz]ed|stolen|not[ _-]?recogni[sz]ed|unrecogni[sz]ed).*)$/i
const notFraud = /\b(?:non|not|no)[ _-]?(?:fraud|fraudulent)/i

export const isFraudReason = (code: string | null): boolean =>
  code !== null && fraudReason.test(code.trim()) && !notFraud.test(code)

const meanings: Readonly<Record<LabelName, Says>> = {
  fraud: 'bad',
  chargeback: 'held',
  refused_delivery: 'refused',
  not_fraud: 'good',
  suspected_fraud: 'held',
  clear: 'withdrawn',
}

export const saysOfLabel = (label: LabelName, reasonCode: string | null): Says =>
  label === 'chargeback' && isFraudReason(reasonCode) ? 'bad' : meanings[label]

const ofEvents: Partial<Record<OrderEventType, Says>> = {
  authorized: 'paid',
  captured: 'paid',
  refused: 'unpaid',
  returned: 'returned',
  refunded: 'returned',
  cancelled: 'cancelled',
}
/** Undefined: it is shown, and says nothing about the outcome. */
export const saysOfEvent = (type: OrderEventType): Says | undefined => ofEvents[type]

interface State {
  readonly fraud: 'bad' | 'good' | null
  readonly fraudAt: number
  readonly refusedAt: number | null
  readonly heldAt: number | null
  readonly unpaid: boolean
  readonly returned: boolean
  readonly cancelled: boolean
  readonly review: 'declined' | 'approved' | null
  /** When something last stopped keeping silence from counting. */
  readonly freedAt: number
}

const start: State = {
  ...{ fraud: null, fraudAt: 0, refusedAt: null, heldAt: null },
  ...{ unpaid: false, returned: false, cancelled: false, review: null, freedAt: 0 },
}

const steps: Readonly<Record<Says, (state: State, at: number) => State>> = {
  bad: (state, at) => ({ ...state, fraud: 'bad', fraudAt: state.fraud === 'bad' ? state.fraudAt : at }),
  good: (state, at) => ({ ...state, fraud: 'good', fraudAt: state.fraud === 'good' ? state.fraudAt : at }),
  refused: (state, at) => ({ ...state, refusedAt: state.refusedAt ?? at }),
  held: (state, at) => ({ ...state, heldAt: state.heldAt ?? at }),
  withdrawn: (state, at) => ({ ...state, fraud: null, refusedAt: null, heldAt: null, freedAt: at }),
  paid: (state, at) => ({ ...state, unpaid: false, freedAt: state.unpaid ? at : state.freedAt }),
  unpaid: (state) => ({ ...state, unpaid: true }),
  cancelled: (state) => ({ ...state, cancelled: true }),
  returned: (state) => ({ ...state, returned: true }),
  declined: (state) => ({ ...state, review: 'declined' }),
  approved: (state, at) => ({
    ...state,
    review: 'approved',
    freedAt: state.review === 'declined' ? at : state.freedAt,
  }),
}

type Ending = Pick<Standing, 'fraud' | 'outcome' | 'because' | 'knownAt' | 'goodAt'>

const labelled = (state: State, { cod }: PlacedOrder): Ending | undefined => {
  const { fraud, fraudAt, refusedAt, heldAt } = state
  const known = { fraud, because: 'label', goodAt: null } as const
  if (fraud === 'bad') return { ...known, outcome: 'bad', knownAt: fraudAt }
  if (cod && refusedAt !== null) return { ...known, outcome: 'bad', knownAt: refusedAt }
  if (fraud === 'good') return { ...known, outcome: 'good', knownAt: fraudAt }
  const other = refusedAt ?? heldAt
  return other === null ? undefined : { ...known, outcome: 'unknown', knownAt: other }
}

const silent = (state: State, order: PlacedOrder, at: number, maturityDays: number): Ending => {
  const declined = state.review === null ? order.declined : state.review === 'declined'
  const ended = { fraud: null, outcome: 'unknown', knownAt: null, goodAt: null } as const
  if (declined) return { ...ended, because: 'declined' }
  // A payment that was refused and never made is an order that did not take place.
  if (state.cancelled || state.unpaid) return { ...ended, because: 'cancelled' }
  const due = Math.max(order.receivedAt + maturityDays * dayMs, state.freedAt)
  if (at < due) return { fraud: null, outcome: 'pending', because: 'waiting', knownAt: null, goodAt: due }
  return { fraud: 'good', outcome: 'good', because: 'silence', knownAt: due, goodAt: null }
}

/**
 * What an order is known to be at an instant, from what had become known by then. Silence counts as good from the instant
 * it has lasted `maturityDays`, and not a second earlier. Facts stand in the order of their arrival.
 */
export function standingAt(order: PlacedOrder, facts: readonly Fact[], at: number, maturityDays: number): Standing {
  const known = facts.filter((fact) => fact.at <= at).sort((one, other) => one.at - other.at)
  const state = known.reduce((before, fact) => steps[fact.says](before, fact.at), start)
  const { unpaid, returned, cancelled, review } = state
  const declined = review === null ? order.declined : review === 'declined'
  const ending = labelled(state, order) ?? silent(state, order, at, maturityDays)
  return { ...ending, refused: state.refusedAt !== null, unpaid, returned, cancelled, declined }
}
