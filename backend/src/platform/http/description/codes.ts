import type { ProblemCode } from '#contract/problem.ts'
import { actingRoles, permissions } from '#contract/roles.ts'
import { isOpenWhenClosed, isOwnAccount } from '../own-account.ts'
import type { Route } from '../route.ts'

const isMutation = ({ method }: Route): boolean => method !== 'GET'

const keyCodes: readonly ProblemCode[] = ['key_missing', 'key_malformed', 'key_unknown', 'key_revoked', 'key_scope']
const reachCodes: readonly ProblemCode[] = ['key_network']
const signedCodes: readonly ProblemCode[] = [
  'signature_missing',
  'signature_invalid',
  'timestamp_skewed',
  'nonce_invalid',
  'nonce_replayed',
  'starting',
]
const idempotencyCodes: readonly ProblemCode[] = [
  'idempotency_key_missing',
  'idempotency_key_reused',
  'idempotency_in_progress',
]

const codesOfCaller = (route: Route): readonly ProblemCode[] => {
  switch (route.caller) {
    case 'secret-key':
      return [
        ...keyCodes,
        ...reachCodes,
        'rate_limited',
        ...(isMutation(route) ? [...signedCodes, ...idempotencyCodes] : []),
      ]
    case 'publishable-key':
      return [...keyCodes, 'origin_not_allowed', 'rate_limited']
    case 'person':
      return [
        ...(['sign_in_required', 'origin_not_allowed', 'rate_limited'] as const),
        ...(actingRoles.every((role) => permissions[route.permission].roles.includes(role))
          ? []
          : (['role_insufficient'] as const)),
        ...(isOwnAccount(route.permission) ? [] : (['second_factor_required'] as const)),
        ...(isOpenWhenClosed(route.permission) ? [] : (['organization_closed'] as const)),
      ]
    case 'operator':
      return [
        ...(['sign_in_required', 'origin_not_allowed', 'rate_limited'] as const),
        ...(route.beforeSecondFactor === true ? [] : (['second_factor_required'] as const)),
      ]
    case 'anyone':
      return route.limit === undefined ? [] : ['origin_not_allowed', 'rate_limited']
  }
}

/** Every code a caller of this route may meet, in the order of the checks. */
export const codesOf = (route: Route): readonly ProblemCode[] => [
  ...(isMutation(route) ? (['body_too_large'] as const) : []),
  ...codesOfCaller(route),
  ...(route.body ? (['body_malformed', 'validation_failed'] as const) : []),
  ...(route.query ? (['validation_failed'] as const) : []),
  ...(route.path.includes(':') ? (['not_found'] as const) : []),
  ...(route.codes ?? []),
  ...(route.unencrypted === true ? [] : (['https_required', 'internal'] as const)),
]
