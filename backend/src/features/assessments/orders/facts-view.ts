import type { OrderFactsView, OrderIdentifier, SessionFactsView } from '#contract/console.ts'
import { identifierKinds } from '#contract/identifier.ts'
import { ownKind } from '../../velocity/service.ts'
import type { PlaceFacts } from '../../../scoring/context.ts'
import type { RecordedOrder } from '../collections.ts'

const place = ({ city, region, country }: PlaceFacts) => ({ city, region, country })

export const factsView = ({ facts }: RecordedOrder): OrderFactsView => ({
  amount: facts.amount,
  currency: facts.currency,
  event: facts.event,
  payment_method: facts.method,
  card_bin: facts.card.bin,
  billing: facts.billing && place(facts.billing),
  shipping: facts.shipping && { ...place(facts.shipping), method: facts.shipping.method },
  account_age_days: facts.accountAgeDays,
  basket: facts.basket && {
    lines: facts.basket.lines,
    items: facts.basket.items,
    categories: [...facts.basket.categories],
  },
})

/** Enough to tell two apart on one page, too little to look anything up by. */
const shown = (id: string): string => id.slice(0, 4)

export const identifiersView = ({ identifiers }: RecordedOrder): OrderIdentifier[] => [
  ...identifierKinds.flatMap((kind) => {
    const identifier = identifiers[kind]
    return identifier ? [{ kind, hint: identifier.hint, short: shown(identifier.id), ref: identifier.id }] : []
  }),
  ...Object.entries(identifiers.own ?? {}).map(([name, id]) => {
    return { kind: ownKind(name), hint: null, short: shown(id), ref: id }
  }),
]

const withoutSession = (state: string): SessionFactsView => ({
  state,
  device_short: null,
  device_confidence: null,
  device_first_seen_at: null,
  browser: null,
  os: null,
  platform: null,
  ip_country: null,
  hosting: null,
  time_zone: null,
  languages: [],
  automation: [],
  age_ms: null,
})

export const sessionView = ({ session }: RecordedOrder, receivedAt: number): SessionFactsView => {
  if (session.state !== 'found') return withoutSession(session.state)
  const { device, agent, ip } = session
  return {
    state: session.state,
    device_short: device && shown(device.keyed),
    device_confidence: device && device.confidence,
    device_first_seen_at: device && new Date(device.firstSeenAt).toISOString(),
    browser: agent && agent.browser,
    os: agent && agent.os,
    platform: agent && agent.platform,
    ip_country: ip && ip.country,
    hosting: ip && ip.hosting,
    time_zone: session.timeZone,
    languages: [...session.languages],
    automation: [...session.automation],
    age_ms: Math.max(0, receivedAt - session.startedAt),
  }
}
