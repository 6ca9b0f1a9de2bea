import type { IdentifierKind } from '#contract/identifier.ts'
import type { ProfileSubject } from '#contract/console.ts'
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

const ownMark = 'own.'

/** The name of a declared identifier, as the store wrote it: `own.seller` is a seller. Null: one of our kinds. */
export const ownName = (subject: string): string | null =>
  subject.startsWith(ownMark) ? subject.slice(ownMark.length) : null

const isOurs = (subject: ProfileSubject): subject is IdentifierKind => Object.hasOwn(kindWord, subject)

export const subjectWord = (subject: ProfileSubject): string =>
  isOurs(subject) ? kindWord[subject] : (ownName(subject) ?? subject)
