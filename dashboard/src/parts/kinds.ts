import type { IdentifierKind } from '#contract/identifier.ts'
import type { IconName } from './icon.tsx'

export const kindWord: Record<IdentifierKind, string> = {
  email: 'E-mail',
  email_domain: 'E-mail domain',
  phone: 'Phone',
  card: 'Card token',
  ip: 'IP address',
  address: 'Postal address',
  account: 'Account',
  device: 'Device',
}
export const kindIcon: Record<IdentifierKind, IconName> = {
  device: 'device',
  email: 'mail',
  email_domain: 'globe',
  phone: 'phone',
  card: 'card',
  ip: 'globe',
  address: 'pin',
  account: 'key',
}
