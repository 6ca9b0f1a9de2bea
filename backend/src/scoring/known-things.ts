import type { IdentifierKind } from '#contract/identifier.ts'

/** How each kind is called in a sentence. */
export const thisThing: Readonly<Record<IdentifierKind, string>> = {
  device: 'this device',
  email: 'this e-mail address',
  phone: 'this phone number',
  card: 'this card',
  ip: 'this IP address',
  address: 'this postal address',
  account: 'this account',
  email_domain: 'this e-mail domain',
}

export const unreadable = (kind: IdentifierKind): string =>
  `${thisThing[kind]} was not sent, or its history could not be read`
