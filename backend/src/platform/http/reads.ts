import type { Mode } from '../documents/port.ts'
import type { Caller } from './caller.ts'

/** What an answer may show of a merchant, as the trace of reads names it. */
export type ReadType =
  | 'order'
  | 'session'
  | 'numbers'
  | 'profile'
  | 'label'
  | 'review'
  | 'list'
  | 'rule'
  | 'policy'
  | 'model'
  | 'network'
  | 'settings'
  | 'key'
  | 'people'
  | 'audit'

/** `nothing`: one's own account, or what is the same for everybody. */
export type Reads = ReadType | 'nothing'

/** Who saw what; `object` names a record by its random id, or the store or organisation whose records were listed. */
export interface Read {
  readonly actor: { readonly type: 'person' | 'key' | 'operator'; readonly id: string }
  readonly organizationId: string | null
  readonly store: { readonly merchantId: string; readonly mode: Mode } | null
  readonly object: { readonly type: ReadType; readonly id: string }
}

export type Params = Readonly<Record<string, string>>

/** Letters of a record's own id, as ids.ts makes them: what a person typed, or a hash of it, is none. */
const recordId = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26,36}$/

const storeIn = (own: readonly string[], { store = '', mode }: Params): Read['store'] =>
  own.includes(store) && (mode === 'test' || mode === 'live') ? { merchantId: store, mode } : null

const placeOf = (caller: Caller, params: Params): Pick<Read, 'organizationId' | 'store'> | undefined => {
  if (caller.kind === 'secret-key') {
    return { organizationId: null, store: { merchantId: caller.merchantId, mode: caller.mode } }
  }
  if (caller.kind !== 'person') return undefined
  return { organizationId: caller.organizationId, store: storeIn(caller.merchantIds, params) }
}

export const actorOf = (caller: Caller): Read['actor'] | undefined => {
  if (caller.kind === 'person') return { type: caller.role === 'operator' ? 'operator' : 'person', id: caller.personId }
  if (caller.kind === 'operator') return { type: 'operator', id: caller.operatorId }
  return caller.kind === 'anyone' ? undefined : { type: 'key', id: caller.keyId }
}

/** null: nothing that leaves a trace. */
export const readOf = (reads: Reads | undefined, caller: Caller | null, params: Params): Read | null => {
  if (reads === undefined || reads === 'nothing' || caller === null) return null
  const place = placeOf(caller, params)
  const actor = actorOf(caller)
  if (!place || !actor) return null
  const { id = '' } = params
  const of = recordId.test(id) ? id : (place.store?.merchantId ?? place.organizationId ?? '')
  return { ...place, actor, object: { type: reads, id: of } }
}
