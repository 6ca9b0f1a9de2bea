import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import { canonicalJson } from '../../scoring/canonical-json.ts'

/** Same order id and same content is the same attempt. The store's clock is not content: a retry comes later. */
export const contentDigest = (keys: StoreKeys, { event, ...rest }: AssessmentRequest): string =>
  keys.digest('content', canonicalJson({ ...rest, event: { type: event?.type } }))

/** What an order id is found and grouped by. */
export const orderRefOf = (keys: StoreKeys, orderId: string): string => keys.digest('order-ref', orderId)
