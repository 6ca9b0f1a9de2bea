import type { AssessmentRequest } from '#contract/assessment-request.ts'
import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import { isFreeMail } from '../../platform/facts/email-facts.ts'
import { canonicalEmail } from '../../platform/identifiers/email.ts'
import { identify, identifyDigest, type Identifier, type Identifiers } from '../../platform/identifiers/identify.ts'
import { normaliseIp } from '../../platform/identifiers/ip.ts'
import { asGiven, normalised, type Normalised } from '../../platform/identifiers/normalised.ts'
import { normaliseOpaque } from '../../platform/identifiers/opaque.ts'
import { normaliseNumber } from '../../platform/identifiers/phone.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { NetworkIdentifiers } from '../network/service.ts'
import type { Readings } from './derive-readings.ts'

/** Where both are sent, the raw value counts. */
interface Sent {
  readonly raw: Normalised | undefined
  readonly sha256?: string | undefined
}

const emailOf = ({ email }: Readings): Normalised | undefined => {
  if (!email) return undefined
  return email.address ? normalised(canonicalEmail(email.address)) : asGiven(email.given)
}

/** Domains of free mail say nothing, and would be one profile that all orders write. */
const domainOf = ({ email }: Readings): Normalised | undefined => {
  const domain = email?.address?.domain
  return domain === undefined || isFreeMail(domain) ? undefined : normalised(domain)
}

const opaque = (value: string | undefined): Normalised | undefined =>
  value === undefined ? undefined : normaliseOpaque(value)

const sentOf = (
  { account, email, billing, shipping, payment, device }: AssessmentRequest,
  readings: Readings,
): Record<IdentifierKind, Sent> => ({
  email: { raw: emailOf(readings), sha256: email?.address_sha256 },
  email_domain: { raw: domainOf(readings) },
  phone: {
    raw: readings.phone && normaliseNumber(readings.phone.number, readings.phone.given),
    sha256: billing?.phone_sha256 ?? shipping?.phone_sha256,
  },
  // The place of delivery before that of the bill.
  address:
    readings.shipping || shipping?.address_sha256 !== undefined
      ? { raw: readings.shipping, sha256: shipping?.address_sha256 }
      : { raw: readings.billing, sha256: billing?.address_sha256 },
  card: { raw: opaque(payment?.token), sha256: payment?.token_sha256 },
  account: { raw: opaque(account?.id), sha256: account?.id_sha256 },
  ip: { raw: device?.ip === undefined ? undefined : normaliseIp(device.ip) },
  device: { raw: opaque(device?.id) },
})

const keyed = (keys: StoreKeys, kind: IdentifierKind, { raw, sha256 }: Sent): Identifier | null => {
  if (raw) return identify(keys, kind, raw)
  return sha256 === undefined ? null : identifyDigest(keys, sha256)
}

/** Each kind at most once: what an order is linked by. */
export const deriveIdentifiers = (keys: StoreKeys, request: AssessmentRequest, readings: Readings): Identifiers => {
  const identifiers: Identifiers = {}
  for (const [kind, sent] of Object.entries(sentOf(request, readings)) as [IdentifierKind, Sent][]) {
    const identifier = keyed(keys, kind, sent)
    if (identifier) identifiers[kind] = identifier
  }
  return identifiers
}

const storesOwn: ReadonlySet<string> = new Set(['device', 'account'] satisfies IdentifierKind[])

/** The same values under the network's key. The store's own names of devices and customers mean nothing elsewhere. */
export const deriveNetworkIdentifiers = (
  networkKeys: StoreKeys,
  request: AssessmentRequest,
  readings: Readings,
): NetworkIdentifiers => {
  const identifiers = deriveIdentifiers(networkKeys, request, readings)
  return Object.fromEntries(
    identifierKinds.flatMap((kind) => {
      const identifier = storesOwn.has(kind) ? undefined : identifiers[kind]
      return identifier ? [[kind, identifier.id]] : []
    }),
  )
}
