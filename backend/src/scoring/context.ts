import type { IdentifierKind } from '#contract/identifier.ts'
import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { NetworkView } from './network-view.ts'

/** Everything evidence may look at, gathered beforehand. Plain data: no clock, no database, nothing that can be late. */
export interface Context {
  /** Receipt time of the order, epoch milliseconds; all windows end here. */
  readonly now: number
  /** Keyed order id: attempts of one order are one order, also in its own history. */
  readonly orderRef: string
  readonly order: OrderFacts
  readonly session: SessionView
  /** Short keyed hashes of this order's own identifiers, as they stand in the events of its profiles. */
  readonly partners: Partial<Record<IdentifierKind, string>>
  /**
   * What the store knew of each identifier before this order (its own event left out). An identifier that was sent but
   * never seen has an empty profile; no entry means that it was not sent or could not be read.
   */
  readonly profiles: Partial<Record<IdentifierKind, Profile>>
  /** The same for custom inputs that the store declared to be identifiers, by their name. */
  readonly customProfiles?: Readonly<Record<string, Profile>>
  /** What other stores said of the order's identifiers; null or absent: this store does not share, or nobody could be asked. */
  readonly network?: NetworkView | null
  readonly norms: StoreNorms
  /** Earlier attempts of the same order id, oldest first. */
  readonly attempts: readonly { readonly at: number; readonly score: number; readonly amount: number }[]
  /** Sources that were late or broken (session, profiles, norms, attempts); what needs them is missing, never invented. */
  readonly unavailable: readonly string[]
}

/** Facts of the order that survive once raw values are dropped. Kept sealed with the order. */
export interface OrderFacts {
  readonly event: NonNullable<NonNullable<AssessmentRequest['event']>['type']>
  readonly amount: number
  readonly currency: string
  readonly method: NonNullable<NonNullable<AssessmentRequest['payment']>['method']> | null
  readonly accountAgeDays: number | null
  readonly hasAccount: boolean
  readonly email: EmailFacts | null
  readonly phone: { readonly valid: boolean; readonly country: string | null; readonly type: string | null } | null
  readonly billing: PlaceFacts | null
  readonly shipping: (PlaceFacts & { readonly method: string | null; readonly express: boolean }) | null
  /** null when one of the two is missing */
  readonly sameAddress: boolean | null
  readonly sameName: boolean | null
  readonly ip: IpFacts | null
  readonly agent: AgentFacts | null
  readonly card: { readonly bin: string | null; readonly avs: string | null; readonly cvc: string | null }
  readonly threeDSecure: string | null
  readonly authorized: boolean | null
  readonly declineCode: string | null
  readonly basket: BasketFacts | null
  readonly custom: Readonly<Record<string, number | boolean | string>>
  /** Which of them are money in the order's currency; absent: none is declared so. */
  readonly amounts?: readonly string[]
}
export interface BasketFacts {
  readonly lines: number
  readonly items: number
  readonly categories: readonly string[]
  /** The same as short keyed hashes, for the norms. */
  readonly categoryKeys?: readonly string[]
}
export interface EmailFacts {
  readonly valid: boolean
  readonly disposable: boolean
  readonly free: boolean
  readonly typo: boolean
  /** Share of digits in the local part, and whether its letters look random. */
  readonly digits: number
  readonly length: number
  readonly gibberish: boolean
  /** null when no name was sent */
  readonly fitsName: boolean | null
}
export interface PlaceFacts {
  readonly country: string | null
  readonly city: string | null
  readonly region: string | null
  readonly postalPrefix: string | null
}
export interface IpFacts {
  readonly country: string | null
  /** Network operator, when the offline table knows it. */
  readonly asn: number | null
  readonly hosting: boolean
  readonly reserved: boolean
}
export interface AgentFacts {
  readonly browser: string | null
  readonly os: string | null
  readonly platform: 'desktop' | 'mobile' | 'tablet' | 'other'
  readonly bot: boolean
}

export type SessionView =
  /** none: no id was sent. unknown: an id we never gave. waiting: the shopper had not consented. */
  { readonly state: 'none' | 'unknown' | 'expired' | 'no_consent' } | ({ readonly state: 'found' } & FoundSession)
export interface FoundSession {
  readonly ageMs: number
  readonly pageMs: number | null
  readonly ip: IpFacts | null
  readonly agent: AgentFacts | null
  /** null when the order did not say what the store itself saw */
  readonly sameIp: boolean | null
  readonly sameAgent: boolean | null
  readonly timeZone: string | null
  /** Countries that use this time zone. */
  readonly timeZoneCountries: readonly string[]
  readonly languages: readonly string[]
  readonly automation: readonly string[]
  readonly storage: boolean | null
  readonly framed: boolean | null
  readonly reduced: boolean
  readonly originMissing: boolean
  readonly missingComponents: number
  readonly device: {
    readonly confidence: number
    readonly firstSeenAt: number
    readonly matched: 'exact' | 'fuzzy' | 'new'
  } | null
  /** Used for another order more than 30 minutes before, or with another e-mail or account. */
  readonly shared: boolean
}

/** The last events of one identifier, sorted by time, newest last, and totals of what was folded away. */
export interface Profile {
  readonly kind: IdentifierKind
  readonly events: readonly ProfileEvent[]
  readonly firstSeenAt: number | null
  /** Orders folded out of the ring. */
  readonly foldedOrders: number
  readonly foldedTo: number
  /** The ring is full: counts read from it are lower bounds. */
  readonly full: boolean
  /** Folded orders per UTC day, as [start of the day in epoch ms, orders]; windows that outgrow the ring fall back to them. */
  readonly foldedDays?: readonly (readonly [day: number, orders: number])[]
  /** What became of its orders; absent while nothing is known. Read through `outcomesOf`. */
  readonly outcomes?: ProfileOutcomes
}

/** What labels and order events said of the orders of one identifier. */
export interface ProfileOutcomes {
  /** Those still in the ring. */
  readonly events: readonly OutcomeEvent[]
  /** Those folded away, summed per quarter in which the order was placed. */
  readonly folded: readonly (readonly [quarter: number, tally: Tally])[]
  /** When a bad outcome last became known, and when one was last taken back: kept even when a ring overflows. */
  readonly lastBadAt: number | null
  readonly lastTakenBackAt: number | null
}
/** Signed, so that a correction is one more event and any order of arrival gives the same sums. */
export interface Tally {
  readonly bad: number
  readonly good: number
  /** Parcels refused at the door. */
  readonly refused: number
  /** Payments refused after the order was scored. */
  readonly unpaid: number
  /** Orders that this store declined. */
  readonly declined: number
  /** Parcels sent back, amounts refunded. */
  readonly returned: number
  /** Bad orders of others that shared an identifier with one of these. */
  readonly linked: number
}
export interface OutcomeEvent extends Tally {
  readonly id: string
  /** When it became known to this server. */
  readonly at: number
  readonly orderRef: string
  /** When the order was received. */
  readonly orderAt: number
}
export interface ProfileEvent {
  /** Assessment id. */
  readonly id: string
  readonly at: number
  readonly amount: number
  readonly currency: string
  readonly country: string | null
  /** Short keyed hashes of what this order was linked with. */
  readonly partners: Partial<Record<IdentifierKind, string>>
  /** The payment or the delivery was refused. */
  readonly refused: boolean
  readonly orderRef: string
}

export interface StoreNorms {
  /** Orders folded into the norms so far. */
  readonly orders: number
  /** Quantiles of the amount in this currency; null until enough orders are known. */
  readonly amount: AmountQuantiles | null
  /** Share of the store's own orders without a session, 0 to 1. */
  readonly missingSessionShare: number
  /** Share of orders per shipping country, 0 to 1; null until enough orders are known. */
  readonly countries: Readonly<Record<string, number>> | null
  /** The edge is refusing sessions for limits right now: a missing session says nothing. */
  readonly edgeLimited: boolean
  /** What is usual beside the amount; absent where a store's norms are older than these. */
  readonly habits?: StoreHabits
}

export interface AmountQuantiles {
  readonly p50: number
  readonly p90: number
  readonly p99: number
}

/** Shares of the store's orders, 0 to 1; null until enough orders are known. */
export interface StoreHabits {
  /** Per amount in this currency; only those that came again and again are still there. */
  readonly prices: Readonly<Record<string, number>> | null
  /** Per keyed category. */
  readonly categories: Readonly<Record<string, number>> | null
  /** Quantiles of the amount in this currency, per keyed category of which enough is known. */
  readonly categoryAmounts: Readonly<Record<string, AmountQuantiles>>
  /** Orders in each hour of the week (UTC, from the epoch's Thursday) against the mean hour. */
  readonly hours: readonly number[] | null
  readonly items: AmountQuantiles | null
  readonly methods: Readonly<Record<string, number>> | null
}
