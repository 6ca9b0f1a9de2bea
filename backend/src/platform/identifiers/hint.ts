import type { IdentifierKind } from '#contract/identifier.ts'
import type { Normalised } from './normalised.ts'

const masked = '***'

const firstLetter = (text: string): string => Array.from(text.slice(0, 4))[0] ?? ''

/** `j***@e***.com`: enough to tell two apart on a screen, too little to write to. */
const emailHint = (value: string): string => {
  const at = value.lastIndexOf('@')
  return `${firstLetter(value)}${masked}@${domainHint(value.slice(at + 1))}`
}

const domainHint = (value: string): string => {
  const end = value.lastIndexOf('.')
  return `${firstLetter(value)}${masked}${end < 1 ? '' : value.slice(end, end + 8)}`
}

const hints: Readonly<Record<IdentifierKind, (value: string) => string>> = {
  email: emailHint,
  email_domain: domainHint,
  phone: (value) => `${value.slice(0, 3)}${masked}${value.slice(-2)}`,
  ip: (value) => {
    const [first = '', second = ''] = value.slice(0, 7).split(/[.:]/)
    return value.includes(':') ? `${first}:${masked}` : `${first}.${second}.${masked}`
  },
  // The country, which stands first.
  address: (value) => `${value.slice(0, 2).replaceAll('|', '')} ${masked}`.trim(),
  card: (value) => masked + value.slice(-2),
  account: (value) => firstLetter(value) + masked,
  device: (value) => firstLetter(value) + masked,
}

/** Kept sealed with the order, for the merchant's eyes. What could not be normalised is not shown at all. */
export const hintOf = (kind: IdentifierKind, { value, flagged }: Normalised): string =>
  flagged || value.length < 5 ? masked : hints[kind](value)
