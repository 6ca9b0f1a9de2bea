import { AppError } from '../../platform/app-error.ts'
import type { Served } from '../../platform/http/mount.ts'
import { actorOf } from '../../platform/http/reads.ts'
import type { Traces } from './traces.ts'

/** The key itself does not fit, whatever is asked: once an hour, not once a route. A revoked one may be tried all day. */
const keyRefusals: readonly string[] = ['key_revoked', 'key_scope', 'key_network']

/** What somebody who is known was not allowed. Too many calls and half-finished sign-ins are no such thing. */
const refusals: ReadonlySet<string> = new Set([
  'signature_missing',
  'signature_invalid',
  'timestamp_skewed',
  'nonce_replayed',
  'second_factor_required',
  'origin_not_allowed',
  ...keyRefusals,
  'role_insufficient',
])

/** Reads of merchants' data and refusals, as requests end: the only place where both are known for every route. */
export const createNoteServed =
  ({ note }: Pick<Traces, 'note'>) =>
  ({ read, error, key: opened, refusedKey, person, method, path }: Served): void => {
    if (read !== null) note({ ...read, action: 'data.read' })
    if (!(error instanceof AppError) || !refusals.has(error.code)) return
    const key = opened ?? refusedKey
    const caller = person ?? key
    const actor = caller && actorOf(caller)
    if (!actor) return
    note({
      actor,
      action: 'access.refused',
      organizationId: person?.organizationId ?? null,
      store: key && { merchantId: key.merchantId, mode: key.mode },
      object: null,
      details: { code: error.code, route: `${method} ${path}` },
      ...(keyRefusals.includes(error.code) && { each: error.code }),
    })
  }
