import { createHash, timingSafeEqual } from 'node:crypto'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'

/** Between roles of one installation, never for stores. */
export const modelPath = '/internal/v1/model-points'

/** What role api asks. Evidence and a revision: nothing that names a person. */
export interface ModelQuestion {
  readonly merchant_id: string
  readonly mode: 'test' | 'live'
  readonly card: 'standard' | 'cod'
  readonly revision: string
  readonly values: EvidenceValues
  readonly custom: Readonly<Record<string, number | boolean | string>>
  /** Epoch milliseconds: an old question is not answered again. */
  readonly at: number
}

export const signatureHeader = 'x-goodfaith-role'
export const longestQuestionMs = 60_000

/** Who can open the vault may ask: both roles hold the store's keys, and nobody else does. */
export const signQuestion = (keys: StoreKeys, body: string): string =>
  keys.digest('model-role', createHash('sha256').update(body).digest('hex'))

export const isSigned = (keys: StoreKeys, body: string, signature: string): boolean => {
  const wanted = Buffer.from(signQuestion(keys, body))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
