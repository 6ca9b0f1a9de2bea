import type { IdentifierKind } from '#contract/identifier.ts'
import { count, type NumberEvidence, type Steps } from './evidence.ts'
import type { Window } from './profile-windows.ts'
import { amountInHistory, windowWords } from './wording.ts'

interface Partners {
  readonly kind: IdentifierKind
  readonly partner: IdentifierKind
  readonly window: Window
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
  /** "used this device": what the partners did. */
  readonly did: string
}

const nouns: Readonly<Record<IdentifierKind, readonly [one: string, many: string]>> = {
  device: ['device', 'devices'],
  email: ['e-mail address', 'e-mail addresses'],
  phone: ['phone number', 'phone numbers'],
  card: ['card', 'cards'],
  ip: ['IP address', 'IP addresses'],
  address: ['postal address', 'postal addresses'],
  account: ['account', 'accounts'],
  email_domain: ['e-mail domain', 'e-mail domains'],
}

/** How many different partners one identifier had, this order's own included. One is the usual number. */
export const partnersWithin = ({
  kind,
  partner,
  window,
  title,
  family,
  points,
  basis,
  did,
}: Partners): NumberEvidence =>
  count({
    name: `${kind}.${nameOf(partner)}_${window}`,
    code: `${kind}_MANY_${nameOf(partner)}_${window}`.toUpperCase(),
    title,
    family,
    scope: 'store',
    direction: 'more-is-worse',
    basis,
    missing: `no ${nouns[kind][0]} was sent or recognised, or its history could not be read`,
    points,
    read: (_context, past) => past[kind]?.distinct(partner, window) ?? null,
    say: (n) => `${amountInHistory(n, ...nouns[partner])} ${did} in ${windowWords[window]}`,
  })

const nameOf = (partner: IdentifierKind) => (partner === 'address' ? 'addresses' : `${partner}s`)
