import type { IdentifierKind } from '#contract/identifier.ts'
import type { ListedAddress } from '#contract/lists.ts'
import { isFreeMail } from '../../platform/facts/email-facts.ts'
import { normaliseAddress } from '../../platform/identifiers/address.ts'
import { normaliseEmail, parseEmail } from '../../platform/identifiers/email.ts'
import { identify, identifyDigest } from '../../platform/identifiers/identify.ts'
import { normaliseIp } from '../../platform/identifiers/ip.ts'
import { normalised, type Normalised } from '../../platform/identifiers/normalised.ts'
import { normaliseOpaque } from '../../platform/identifiers/opaque.ts'
import { normalisePhone } from '../../platform/identifiers/phone.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'

/** What somebody named, before it is keyed. */
export interface Naming {
  readonly kind: IdentifierKind
  readonly value?: string | undefined
  readonly value_sha256?: string | undefined
  readonly ref?: string | undefined
  readonly address?: ListedAddress | undefined
  readonly country?: string | undefined
}

/** Under the versions of the store's key that are in use (platform/vault/ladder). */
export interface NamedIdentifier {
  /** Where a new item is written. */
  readonly place: string
  /** Where an item may stand: the newest version first. */
  readonly places: readonly string[]
  readonly hint: string | null
}

export const namedBy = ({ ladder }: StoreKeys, id: string, hint: string | null): NamedIdentifier => ({
  place: ladder.place(id),
  places: ladder.places(id),
  hint,
})

/** Why it cannot stand on a list, and in which field. The value is never repeated. */
export class Unnameable extends Error {
  constructor(
    readonly field: string,
    sentence: string,
  ) {
    super(sentence)
    this.name = 'Unnameable'
  }
}

const refuse = (sentence: string, field = 'value') => new Unnameable(field, sentence)

/** Whatever an order would key as given could never be found by its proper form: a slip here would block nobody. */
const readable = (value: Normalised, sentence: string): Normalised => {
  if (value.flagged) throw refuse(sentence)
  return value
}

const domainOf = (text: string): Normalised => {
  const domain = parseEmail(`x@${text.trim().replace(/^.*@/, '')}`)?.domain
  if (domain === undefined) throw refuse('This is no domain such as shop.example.')
  if (isFreeMail(domain)) {
    throw refuse('Free mail domains are shared by millions and are not kept of an order: list the address instead.')
  }
  return normalised(domain)
}

const readers: Readonly<
  Record<Exclude<IdentifierKind, 'address'>, (text: string, country: string | null) => Normalised>
> = {
  email: (text) => readable(normaliseEmail(text), 'This is no e-mail address.'),
  email_domain: domainOf,
  phone: (text, country) =>
    readable(normalisePhone(text, country), 'This is no telephone number; begin with + and the country code.'),
  // An IPv6 line is its /64, with or without saying so.
  ip: (text) => readable(normaliseIp(text.trim().replace(/\/64$/, '')), 'This is no IP address; ranges are not taken.'),
  device: (text) => readable(normaliseOpaque(text), 'This is empty.'),
  card: (text) => readable(normaliseOpaque(text), 'This is empty.'),
  account: (text) => readable(normaliseOpaque(text), 'This is empty.'),
}

const readAddress = ({ value, address }: Naming): Normalised => {
  const given = address ?? (value === undefined ? undefined : { address: value })
  if (!given) throw refuse('An address needs its street.', 'address')
  const read = normaliseAddress(given)
  if (read.flagged) throw refuse('An address needs street and postal code, or street and city.', 'address')
  return read
}

const rawOf = (naming: Naming): Normalised | undefined => {
  const { kind, value, country = null } = naming
  if (kind === 'address') return value === undefined && !naming.address ? undefined : readAddress(naming)
  if (naming.address) throw refuse('Only kind address has an address.', 'address')
  return value === undefined ? undefined : readers[kind](value, country)
}

const hexShape = /^[0-9a-f]{64}$/
const versionShape = /^[1-9]\d{0,3}$/

const isStored = (text: string): boolean => {
  const [hex = '', version = '1', ...more] = text.split('.')
  return more.length === 0 && hexShape.test(hex) && versionShape.test(version)
}

/** A reference of a former version climbs; one of a version that is not yet made is nobody's. */
const namedByRef = ({ ladder }: StoreKeys, kind: IdentifierKind, ref: string): NamedIdentifier => {
  const stored = ref.startsWith(`${kind}:`) ? ref.slice(kind.length + 1) : ref
  if (!isStored(stored)) throw refuse('This is no reference of this kind, as an export writes it.', 'ref')
  const place = ladder.carry(stored)
  return { place, places: [...new Set([place, stored])], hint: null }
}

/** The same identifier as an order with this value would have. Throws `Unnameable`. */
export const nameIdentifier = (keys: StoreKeys, naming: Naming): NamedIdentifier => {
  const raw = rawOf(naming)
  const { kind, value_sha256: digest, ref } = naming
  if ([raw, digest, ref].filter((given) => given !== undefined).length !== 1) {
    throw refuse('Name it in exactly one way: value, value_sha256, ref, address, or an assessment.')
  }
  if (raw) {
    const { id, hint } = identify(keys, kind, raw)
    return namedBy(keys, id, hint)
  }
  if (digest !== undefined) return namedBy(keys, identifyDigest(keys, digest).id, null)
  return namedByRef(keys, kind, ref ?? '')
}
