import type { IdentifierKind } from '#contract/identifier.ts'
import type {
  Context,
  EmailFacts,
  FoundSession,
  IpFacts,
  OrderFacts,
  Profile,
  ProfileEvent,
  StoreHabits,
  Tally,
} from '../context.ts'
import { noTally } from '../outcomes.ts'
import { createPast } from '../past.ts'
import type { Evidence, EvidenceValue } from '../evidence.ts'

export const now = Date.UTC(2026, 10, 20, 6)
export const minutes = 60_000
export const hours = 60 * minutes
export const days = 24 * hours

/** An order that says the least it may: everything about the shopper is unknown. */
export const bareOrder: OrderFacts = {
  event: 'purchase',
  amount: 12_999,
  currency: 'EUR',
  method: null,
  accountAgeDays: null,
  hasAccount: false,
  email: null,
  phone: null,
  billing: null,
  shipping: null,
  sameAddress: null,
  sameName: null,
  ip: null,
  agent: null,
  card: { bin: null, avs: null, cvc: null },
  threeDSecure: null,
  authorized: null,
  declineCode: null,
  basket: null,
  custom: {},
}

export const plainEmail: EmailFacts = {
  valid: true,
  disposable: false,
  free: true,
  typo: false,
  digits: 0,
  length: 8,
  gibberish: false,
  fitsName: null,
}

export const homeIp: IpFacts = { country: 'DE', asn: 3320, hosting: false, reserved: false }

export const home = { country: 'DE', city: 'bonn', region: null, postalPrefix: '53' }
export const shipping = { ...home, method: null, express: false }
export const mobile = { valid: true, country: 'DE', type: 'MOBILE' }
export const card = bareOrder.card

export const plainSession: { state: 'found' } & FoundSession = {
  state: 'found',
  ageMs: 4 * minutes,
  pageMs: 2_000,
  ip: homeIp,
  agent: { browser: 'Firefox', os: 'Linux', platform: 'desktop', bot: false },
  sameIp: null,
  sameAgent: null,
  timeZone: 'Europe/Berlin',
  timeZoneCountries: ['DE'],
  languages: ['de-DE', 'de', 'en'],
  automation: [],
  storage: true,
  framed: false,
  reduced: false,
  originMissing: false,
  missingComponents: 0,
  device: { confidence: 1, firstSeenAt: now - 4 * minutes, matched: 'new' },
  shared: false,
}

export const bareContext: Context = {
  now,
  orderRef: 'own',
  order: bareOrder,
  session: { state: 'none' },
  partners: {},
  profiles: {},
  norms: { orders: 0, amount: null, missingSessionShare: 0.02, countries: null, edgeLimited: false },
  attempts: [],
  unavailable: [],
}

export type Parts = Partial<Omit<Context, 'order' | 'session' | 'norms'>> & {
  order?: Partial<OrderFacts>
  session?: Context['session'] | Partial<FoundSession>
  norms?: Partial<Context['norms']>
}

/** A bare context with the parts that matter to a test laid over it; a session is a plain one unless it names its state. */
export function contextOf({ order, session, norms, ...rest }: Parts): Context {
  return {
    ...bareContext,
    ...rest,
    order: { ...bareOrder, ...order },
    session: !session ? bareContext.session : 'state' in session ? session : { ...plainSession, ...session },
    norms: { ...bareContext.norms, ...norms },
  }
}

/** A store of which nothing but the amount is known; tests lay over it what they need. */
export const habits: StoreHabits = {
  prices: null,
  categories: null,
  categoryAmounts: {},
  hours: null,
  items: null,
  methods: null,
}

let events = 0

/** An event this long before `now`, of an order of its own. */
export const eventAgo = (ago: number, parts: Partial<ProfileEvent> = {}): ProfileEvent => ({
  id: `asm_${++events}`,
  at: now - ago,
  amount: 5_000,
  currency: 'EUR',
  country: 'DE',
  partners: {},
  refused: false,
  orderRef: `order-${events}`,
  ...parts,
})

export const profileOf = (list: readonly ProfileEvent[], parts: Partial<Profile> = {}): Profile => {
  const sorted = [...list].sort((a, b) => a.at - b.at)
  return {
    kind: 'email',
    events: sorted,
    firstSeenAt: sorted[0]?.at ?? null,
    foldedOrders: 0,
    foldedTo: 0,
    full: false,
    ...parts,
  }
}

/** This many orders within as many seconds. */
export const burst = (n: number): Profile => profileOf([...Array(n).keys()].map((k) => eventAgo((k + 1) * 1_000)))

/** Orders with this many other partners of a kind, so far apart, the oldest partner twice. */
export const withPartners = (n: number, partner: IdentifierKind, apart: number): Profile =>
  profileOf(
    [...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * apart, { partners: { [partner]: `other-${k}` } })),
  )

/** A paid order and this many refused ones, so far apart. */
export const withRefusals = (n: number, apart: number): Profile =>
  profileOf([eventAgo(1), ...[...Array(n).keys()].map((k) => eventAgo((k + 1) * apart, { refused: true }))])

/** What became known of earlier orders lately, one event per part. */
export const withOutcomes = (...parts: readonly Partial<Tally>[]): Profile => {
  const known = parts.map((part, index) => ({
    ...noTally,
    ...part,
    id: `lbl_${++events}`,
    at: now - (parts.length - index) * minutes,
    orderRef: 'told',
    orderAt: now - minutes,
  }))
  const lastBadAt = known.findLast(({ bad }) => bad > 0)?.at ?? null
  const lastTakenBackAt = known.findLast(({ bad }) => bad < 0)?.at ?? null
  return profileOf([], { outcomes: { events: known, folded: [], lastBadAt, lastTakenBackAt } })
}

export const read = (evidence: Evidence, context: Context): EvidenceValue => evidence.read(context, createPast(context))
