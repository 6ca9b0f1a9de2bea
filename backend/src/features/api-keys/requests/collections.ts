import { collection, type Document } from '../../../platform/documents/collection.ts'

/** One request as it is kept: time, endpoint, status, code, milliseconds, request id, street. */
export type StoredRequest = readonly [
  at: number,
  endpoint: string,
  status: number,
  code: string | null,
  ms: number,
  requestId: string,
  street: string,
]

/** What one process heard with one key in a few seconds: one write, however many requests. */
export interface KeyRequestsDocument extends Document {
  readonly key_id: string
  /** Of the first of them; the others are at most `longestBatchMs` younger. */
  readonly at: number
  readonly requests: readonly StoredRequest[]
  readonly expires_at: number
}
export const keyRequests = collection<KeyRequestsDocument>({
  name: 'key_requests',
  scope: 'merchant',
  sealed: true,
  fields: { key_id: 'string', at: 'number', expires_at: 'number' },
  indexes: [{ fields: ['key_id', 'at'] }],
  expires: 'expires_at',
})
