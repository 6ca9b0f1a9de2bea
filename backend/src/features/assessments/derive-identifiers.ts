import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { IdentifierKind } from '#contract/identifier.ts'
import { isFreeMail } from '../../platform/facts/email-facts.ts'
import { normaliseAddress } from '../../platform/identifiers/address.ts'
import { normaliseEmail, parseEmail } from '../../platform/identifiers/email.ts'
import { identify, identifyDigest, type Identifier, type Identifiers } from '../../platform/identifiers/identify.ts'
import { normaliseIp } from '../../platform/identifiers/ip.ts'
import { normalised, type Normalised } from '../../platform/identifiers/normalised.ts'
import { normaliseOpaque } from '../../platform/identifiers/opaque.ts'
import { normalisePhone } from '../../platform/identifiers/phone.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'

type Party = NonNullable<AssessmentRequest['billing'] | AssessmentRequest['shipping']>

/** Where both are sent, the raw value counts. */
interface Sent {
  readonly raw: Normalised | undefined
  readonly sha256: string | undefined
}

const countryOf = (party: Party | undefined, other: Party | undefined): string | null =>
  party?.country ?? other?.country ?? null

const phoneOf = (party: Party | undefined, other: Party | undefined): Sent => ({
  raw: party?.phone === undefined ? undefined : normalisePhone(party.phone, countryOf(party, other)),
  sha256: party?.phone_sha256,
})

const addressOf = (party: Party | undefined): Sent => ({
  raw: party?.address === undefined ? undefined : normaliseAddress(party),
  sha256: party?.address_sha256,
})

/** Domains of free mail say nothing, and would be one profile that all orders write. */
const domainOf = (address: string | undefined): Normalised | undefined => {
  const domain = address === undefined ? undefined : parseEmail(address)?.domain
  return domain === undefined || isFreeMail(domain) ? undefined : normalised(domain)
}

const isSent = ({ raw, sha256 }: Sent): boolean => raw !== undefined || sha256 !== undefined

/** The first that was sent: the one who pays before the one who receives, the place of delivery before that of the bill. */
const firstOf = (...sent: readonly Sent[]): Sent => sent.find(isSent) ?? { raw: undefined, sha256: undefined }

const opaque = (value: string | undefined): Normalised | undefined =>
  value === undefined ? undefined : normaliseOpaque(value)

const sentOf = ({
  account,
  email,
  billing,
  shipping,
  payment,
  device,
}: AssessmentRequest): Record<IdentifierKind, Sent> => ({
  email: {
    raw: email?.address === undefined ? undefined : normaliseEmail(email.address),
    sha256: email?.address_sha256,
  },
  email_domain: { raw: domainOf(email?.address), sha256: undefined },
  phone: firstOf(phoneOf(billing, shipping), phoneOf(shipping, billing)),
  address: firstOf(addressOf(shipping), addressOf(billing)),
  card: { raw: opaque(payment?.token), sha256: payment?.token_sha256 },
  account: { raw: opaque(account?.id), sha256: account?.id_sha256 },
  ip: { raw: device?.ip === undefined ? undefined : normaliseIp(device.ip), sha256: undefined },
  device: { raw: opaque(device?.id), sha256: undefined },
})

const keyed = (keys: StoreKeys, kind: IdentifierKind, { raw, sha256 }: Sent): Identifier | null => {
  if (raw) return identify(keys, kind, raw)
  return sha256 === undefined ? null : identifyDigest(keys, sha256)
}

/** Each kind at most once: what an order is linked by. */
export const deriveIdentifiers = (keys: StoreKeys, request: AssessmentRequest): Identifiers => {
  const identifiers: Identifiers = {}
  for (const [kind, sent] of Object.entries(sentOf(request)) as [IdentifierKind, Sent][]) {
    const identifier = keyed(keys, kind, sent)
    if (identifier) identifiers[kind] = identifier
  }
  return identifiers
}
