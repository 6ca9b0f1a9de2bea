import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { SharedKind } from '#contract/console.ts'
import { groupOf } from '../../scoring/network-signal.ts'

/** Raised when more is shared than before: owners read again, and stores that share go on under the terms they read. */
export const termsVersion = 1

/** By network key, what an order may give: never the account, which is the store's own word for a customer. */
export type NetworkIdentifiers = Partial<Record<IdentifierKind, string>>

export const sharedKinds: readonly IdentifierKind[] = identifierKinds.filter((kind) => groupOf[kind] !== undefined)

const onOutcome = 'after a confirmed fraud, a confirmed good order, or a decline by your own judgement'
const onHarm =
  'after a confirmed fraud or a decline by your own judgement, never for a visit or an order that went well'

const sentences: Readonly<Record<IdentifierKind, string>> = {
  email: `The e-mail address as a keyed hash, ${onOutcome}.`,
  phone: `The telephone number as a keyed hash, ${onOutcome}.`,
  card: `The payment token as a keyed hash, ${onOutcome}.`,
  address: `The postal address as a keyed hash, ${onOutcome}.`,
  ip: `The IP address (IPv6: its /64) as a keyed hash, ${onHarm}.`,
  email_domain: `The e-mail domain as a keyed hash unless it is free mail, ${onHarm}.`,
  device: `A keyed hash over what the checkout script saw of the device, ${onHarm}.`,
  account: 'Customer accounts never leave the store.',
}

export const shares: readonly SharedKind[] = identifierKinds.map((kind) => ({
  kind,
  shared: groupOf[kind] === undefined ? 'never' : 'on_outcome',
  sentence: sentences[kind],
}))

/** A place or a device is nobody: good people use it too, so nothing good is said of it. */
export const saysGood = (kind: IdentifierKind): boolean => groupOf[kind] === 'person'
