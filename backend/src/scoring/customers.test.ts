import type { Context, EmailFacts, FoundSession, OrderFacts, Profile } from './context.ts'
import { judge, type Judgement } from './judge.ts'
import { measure } from './measure.ts'
import { defaultPolicy } from './policy.ts'
import { contextOf, days, eventAgo, homeIp, minutes, plainEmail, plainSession, profileOf } from './testing/contexts.ts'

/** The four customers of the demo shop: the same basket, the same amount, four worlds around it. */
const home = { country: 'DE', city: 'bonn', region: null, postalPrefix: '53' }
const basket: Partial<OrderFacts> = {
  amount: 12_999,
  currency: 'EUR',
  method: 'card',
  basket: { lines: 1, items: 1, categories: ['electronics'] },
  billing: home,
  shipping: { ...home, method: 'standard', express: false },
  sameAddress: true,
  sameName: true,
  card: { bin: null, avs: 'Y', cvc: 'M' },
  authorized: true,
}
const unseen = profileOf([])
const newHere = { email: unseen, phone: unseen, card: unseen, address: unseen, device: unseen, ip: unseen }
const partners = { email: 'e0', phone: 'p0', card: 'c0', address: 'a0', device: 'd0', ip: 'i0' }

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
      phone: { valid: true, country: 'DE', type: 'mobile' },
      ...order,
    },
    session: { sameIp: true, sameAgent: true, ...session },
    profiles: profiles ?? newHere,
  })

const verdictOf = (context: Context): Judgement => judge(measure(context).values, defaultPolicy, { test: null })

const stolenCard: World = {
  order: {
    card: { bin: null, avs: 'N', cvc: 'N' },
    ip: { country: 'US', asn: 16509, hosting: true, reserved: false },
    shipping: { country: 'PL', city: 'gdynia', region: null, postalPrefix: '81', method: 'express', express: true },
    sameAddress: false,
    sameName: false,
  },
  email: { fitsName: false, gibberish: true },
  session: { ip: { country: 'US', asn: 16509, hosting: true, reserved: false }, sameIp: true },
}

const rotated = (n: number, own: Partial<Record<string, string>>): Profile =>
  profileOf(
    Array.from({ length: n }, (_, k) =>
      eventAgo((k + 1) * 4 * minutes, { partners: { email: `e${k + 1}`, card: `c${k + 1}`, ...own } }),
    ),
  )
const ring: World = {
  email: { fitsName: false },
  order: { accountAgeDays: 0, hasAccount: true, card: { bin: null, avs: null, cvc: 'M' } },
  session: { device: { confidence: 1, firstSeenAt: 0, matched: 'exact' } },
  profiles: { ...newHere, device: rotated(6, { device: 'd0' }), ip: rotated(6, { ip: 'i0' }) },
}

const bot: World = {
  order: { ip: { country: 'DE', asn: 24940, hosting: true, reserved: false } },
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

test.each([
  ['a good customer on the first visit', {}, 'low', 'approve'],
  ['a good customer who comes back', regular, 'low', 'approve'],
  ['a stolen card', stolenCard, 'critical', 'decline'],
  ['a ring of accounts on one device', ring, 'high', 'review'],
  ['a bot', bot, 'critical', 'decline'],
] as const)('%s', (_who, world: World, risk_level, decision) => {
  const verdict = verdictOf(worldOf(world))
  // The reasons stand beside the level, so that a failure explains itself.
  const why = verdict.reasons.map(({ code, points }) => `${points} ${code}`)
  expect({ ...verdict, why }).toMatchObject({ risk_level, decision, why })
})

test('each of the three bad ones is told apart by its strongest reason', () => {
  const strongest = [stolenCard, ring, bot].map((world) => verdictOf(worldOf(world)).reasons[0]?.code)
  expect(strongest).toEqual(['CVC_MISMATCH', 'DEVICE_MANY_CARDS_24H', 'AUTOMATION_HINTS'])
})
