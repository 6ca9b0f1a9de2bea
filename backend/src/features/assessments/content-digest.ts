import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'

/**
 * Same order id and same content is the same attempt. The store's clock is not content: a retry comes later. The fields of a
 * parsed request stand in the order of the schema, so that only the names a store made up itself need sorting.
 */
export const contentDigest = (keys: StoreKeys, { event, custom_inputs, ...rest }: AssessmentRequest): string => {
  const custom = Object.entries(custom_inputs ?? {}).sort(([left], [right]) => (left < right ? -1 : 1))
  return keys.digest('content', JSON.stringify([rest, event?.type, custom]))
}

/** What an order id is found and grouped by. */
export const orderRefOf = (keys: StoreKeys, orderId: string): string => keys.digest('order-ref', orderId)
