import type { Context, EmailFacts, FoundSession, OrderFacts } from '../context.ts'
import { contextOf, days, eventAgo, home, homeIp, mobile, plainEmail, plainSession, profileOf } from './contexts.ts'

/** The four customers of the demo shop: the same basket, the same amount, four worlds around it. */
const basket: Partial<OrderFacts> = {
  amount: 12_999,
  currency: 'EUR',
  method: 'card',
  basket: { lines: 1, items: 1, categories: ['kitchen'] },
  billing: home,
  shipping: { ...home, method: 'standard', express: false },
  sameAddress: true,
  sameName: true,
  card: { bin: null, avs: 'Y', cvc: 'M' },
  threeDSecure: 'authenticated',
}
const unseen = profileOf([])
const newHere = { email: unseen, phone: unseen, card: unseen, address: unseen, device: unseen, ip: unseen }
const partners = { email: 'e0', phone: 'p0', card: 'c0', address: 'a0', device: 'd0', ip: 'i0', account: 'u0' }

interface World {
  order?: Partial<OrderFacts>
  email?: Partial<EmailFacts>
  session?: Partial<FoundSession>
  profiles?: Context['profiles']
}

const worldOf = ({ order, email, session, profiles }: World): Context =>
  contextOf({
    partners,
    order: {
      ...basket,
      ip: homeIp,
      agent: plainSession.agent,
      email: { ...plainEmail, fitsName: true, ...email },
      phone: mobile,
      ...order,
    },
    session: { sameIp: true, sameAgent: true, ...session },
    profiles: profiles ?? newHere,
  })

const stolenCard: World = {
  order: {
    card: { bin: null, avs: 'N', cvc: 'M' },
    threeDSecure: 'failed',
    ip: { country: 'US', asn: 16509, hosting: true, reserved: false },
    shipping: { country: 'PL', city: 'gdynia', region: null, postalPrefix: '81', method: 'express', express: true },
    sameAddress: false,
    sameName: false,
  },
  email: { fitsName: false, gibberish: true },
  session: { ip: { country: 'US', asn: 16509, hosting: true, reserved: false }, sameIp: true },
}

/** Accounts opened in a row, each with its own card, all at one table and to one door; this many before this one. */
const ringOf = (before: number): World => {
  const seen = profileOf(
    [...Array(before).keys()].map((k) =>
      eventAgo((k + 1) * 8_000, { partners: { email: `e${k + 1}`, card: `c${k + 1}`, account: `u${k + 1}` } }),
    ),
  )
  return {
    order: {
      accountAgeDays: 0,
      hasAccount: true,
      card: { bin: null, avs: 'Z', cvc: 'M' },
      threeDSecure: 'attempted',
      sameAddress: false,
      shipping: { ...home, method: 'express', express: true },
    },
    email: { digits: 0.4 },
    session: { device: { confidence: 1, firstSeenAt: 0, matched: 'exact' }, pageMs: 300, ageMs: 4_700 },
    profiles: { ...newHere, account: unseen, device: seen, ip: seen, address: seen },
  }
}

const bot: World = {
  order: {
    card: { bin: null, avs: 'N', cvc: 'N' },
    threeDSecure: 'attempted',
    ip: { country: 'DE', asn: 24940, hosting: true, reserved: false },
  },
  email: { disposable: true, gibberish: true, fitsName: false },
  session: {
    automation: ['webdriver', 'headless'],
    ageMs: 300,
    pageMs: 400,
    ip: { country: 'DE', asn: 24940, hosting: true, reserved: false },
    timeZone: 'UTC',
    timeZoneCountries: [],
    languages: ['en-US'],
  },
}

const regular: World = {
  profiles: {
    ...newHere,
    email: profileOf([40, 90, 200, 300].map((n) => eventAgo(n * days))),
    card: profileOf([90, 200].map((n) => eventAgo(n * days))),
    address: profileOf([40, 90, 200, 300].map((n) => eventAgo(n * days))),
  },
}

export const worlds = {
  'a good customer on the first visit': worldOf({}),
  'a good customer who comes back': worldOf(regular),
  'a stolen card': worldOf(stolenCard),
  'a ring of accounts on one device': worldOf(ringOf(5)),
  'a ring that has just begun': worldOf(ringOf(2)),
  'a bot': worldOf(bot),
} satisfies Record<string, Context>
