import type { PhoneNumber } from 'libphonenumber-js/max'
import type { AssessmentRequest } from '#contract/assessment-request.ts'
import { normaliseAddress } from '../../platform/identifiers/address.ts'
import { parseEmail, type EmailAddress } from '../../platform/identifiers/email.ts'
import type { Normalised } from '../../platform/identifiers/normalised.ts'
import { parsePhone } from '../../platform/identifiers/phone.ts'

type Party = NonNullable<AssessmentRequest['billing'] | AssessmentRequest['shipping']>

/** Values of which facts and identifiers are both taken, read once. `undefined`: not sent. */
export interface Readings {
  /** null: what was sent is no address. */
  readonly email: { readonly given: string; readonly address: EmailAddress | null } | undefined
  /** The one who pays before the one who receives. */
  readonly phone: { readonly given: string; readonly number: PhoneNumber | null } | undefined
  readonly billing: Normalised | undefined
  readonly shipping: Normalised | undefined
}

const phoneOf = (party: Party | undefined, other: Party | undefined): Readings['phone'] =>
  party?.phone === undefined
    ? undefined
    : { given: party.phone, number: parsePhone(party.phone, party.country ?? other?.country ?? null) }

const emailOf = ({ email }: AssessmentRequest): Readings['email'] =>
  email?.address === undefined ? undefined : { given: email.address, address: parseEmail(email.address) }

const addressOf = (party: Party | undefined): Normalised | undefined =>
  party?.address === undefined ? undefined : normaliseAddress(party)

const placeFields = ['address', 'address_2', 'city', 'postal', 'country'] as const

const isSamePlace = (one: Party | undefined, other: Party | undefined): boolean =>
  one !== undefined && other !== undefined && placeFields.every((field) => one[field] === other[field])

/** Most orders go where the bill goes. */
const addressesOf = ({ billing, shipping }: AssessmentRequest): Pick<Readings, 'billing' | 'shipping'> => {
  const read = addressOf(billing)
  return { billing: read, shipping: isSamePlace(billing, shipping) ? read : addressOf(shipping) }
}

export const readValues = (request: AssessmentRequest): Readings => ({
  email: emailOf(request),
  phone: phoneOf(request.billing, request.shipping) ?? phoneOf(request.shipping, request.billing),
  ...addressesOf(request),
})
