import { domainToASCII } from 'node:url'
import { dotlessDomains, sameDomains, typoDomains } from './email-domains.data.ts'
import { asGiven, normalised, type Normalised } from './normalised.ts'

export interface EmailAddress {
  readonly local: string
  /** Lower-case, in punycode, with slips of the finger mended. */
  readonly domain: string
  readonly typo: boolean
}

const labelLetters = /^[a-z0-9_-]{1,63}$/
// Anything but blanks, control characters and a second @.
const localShape = /^[^\s\p{Cc}\p{Cf}@]{1,64}$/u

const isLabel = (label: string): boolean => labelLetters.test(label) && !label.startsWith('-') && !label.endsWith('-')

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.')
  return domain.length <= 253 && labels.length >= 2 && labels.every(isLabel)
}

/** null when it is no address. Knows nothing of aliases yet: facts look at the local part as it was typed. */
export const parseEmail = (given: string): EmailAddress | null => {
  const text = given.normalize('NFC').trim().toLowerCase()
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(0, at))
  const domain = domainToASCII(text.slice(at + 1).replace(/\.$/, ''))
  if (at < 1 || !localShape.test(local) || !isDomain(domain)) return null
  const right = typoDomains.get(domain)
  return { local, domain: right ?? domain, typo: right !== undefined }
}

/** `jo.doe+shop@GoogleMail.com` and `jodoe@gmail.com` are one mailbox. */
export const canonicalEmail = ({ local, domain }: EmailAddress): string => {
  const same = sameDomains.get(domain) ?? domain
  const plus = local.indexOf('+')
  const withoutAlias = plus > 0 ? local.slice(0, plus) : local
  const withoutDots = dotlessDomains.has(same) ? withoutAlias.replaceAll('.', '') : withoutAlias
  return `${withoutDots || withoutAlias}@${same}`
}

export const normaliseEmail = (given: string): Normalised => {
  const address = parseEmail(given)
  return address ? normalised(canonicalEmail(address)) : asGiven(given)
}
