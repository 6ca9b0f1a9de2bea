import { AppError } from '../app-error.ts'
import type { Mode } from '../documents/port.ts'
import type { Person } from './authenticators.ts'
import type { Caller } from './caller.ts'

/** The console's paths name store and mode: `/console/v1/stores/:store/:mode/...`. */
export interface Store {
  readonly merchantId: string
  readonly mode: Mode
  readonly person: Person
}

export const personOf = (caller: Caller): Person => {
  if (caller.kind !== 'person') throw new AppError('sign_in_required')
  return caller
}

/** A store of another organisation answers like one that does not exist. */
export const storeOf = (caller: Caller, params: Readonly<Record<string, string>>): Store => {
  const person = personOf(caller)
  const { store = '', mode } = params
  if (!person.merchantIds.includes(store) || (mode !== 'test' && mode !== 'live')) throw new AppError('not_found')
  return { merchantId: store, mode, person }
}

/** A store's own key: whose orders it may name, and who it is in the trace. */
export const storeKeyOf = (caller: Caller) => {
  if (caller.kind !== 'secret-key') throw new AppError('key_scope')
  const { merchantId, mode, keyId } = caller
  return { tenant: { merchantId, mode }, by: { type: 'key', id: keyId } } as const
}
