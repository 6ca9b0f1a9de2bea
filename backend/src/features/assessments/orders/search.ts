import type { OrderSearchReply } from '#contract/console.ts'
import { normaliseEmail } from '../../../platform/identifiers/email.ts'
import { identify } from '../../../platform/identifiers/identify.ts'
import { normalisePhone } from '../../../platform/identifiers/phone.ts'
import type { Documents } from '../../../platform/documents/port.ts'
import type { StoreKeys } from '../../../platform/vault/store-keys.ts'
import { adaptProfile, profileId, readProfiles } from '../../velocity/service.ts'
import { orderRefOf } from '../content-digest.ts'
import { attemptsOf } from '../record.ts'

const looksLikePhone = (text: string): boolean => /^\+?[\d\s()./-]{6,30}$/.test(text)

/** From what a person typed to a reference that may stand in an address: an order id, or a keyed hash. */
export const searchOrders = async (scope: Documents, keys: StoreKeys, typed: string): Promise<OrderSearchReply> => {
  const text = typed.trim()
  const byPerson = async (kind: 'email' | 'phone'): Promise<OrderSearchReply> => {
    const normalised = kind === 'email' ? normaliseEmail(text) : normalisePhone(text, null)
    const { id, hint } = identify(keys, kind, normalised)
    const ref = profileId(kind, id)
    const profile = (await readProfiles(scope, keys.ladder, [ref])).get(ref)
    const { events, foldedOrders } = adaptProfile(kind, profile, '')
    const found = events.length + foldedOrders
    return { kind, ref, hint: hint ?? '', found }
  }
  if (text.includes('@')) return byPerson('email')
  const attempts = await attemptsOf(scope, orderRefOf(keys, text))
  if (attempts.length > 0 || !looksLikePhone(text)) {
    return { kind: 'order', ref: text, hint: text, found: attempts.length }
  }
  return byPerson('phone')
}
