import type { Credentials } from './call.ts'

export interface GoodfaithOptions {
  /** `gfs_live_...` or `gfs_test_...` */
  readonly secretKey: string
  /** `gfk_live_...` or `gfk_test_...`, of the same mode */
  readonly signingSecret: string
  /** Where your Goodfaith answers, e.g. https://trust.shop.example */
  readonly baseUrl: string
  /** For a whole call with its retries; 5,000 by default. */
  readonly timeoutMs?: number | undefined
  /** For one try; 2,000 by default. */
  readonly tryTimeoutMs?: number | undefined
  /** Tries after the first; 2 by default. */
  readonly retries?: number | undefined
}

export interface Settings extends Credentials {
  readonly baseUrl: URL
  readonly timeoutMs: number
  readonly tryTimeoutMs: number
  readonly retries: number
}

const secretShape = /^gfs_(live|test)_[0-9A-Za-z]+$/
const signingShape = /^gfk_(live|test)_\w+$/

/** Mistakes in wiring are told at the start, and without repeating a secret. */
export const readOptions = (options: GoodfaithOptions): Settings => {
  const { secretKey, signingSecret, baseUrl, timeoutMs = 5_000, tryTimeoutMs = 2_000, retries = 2 } = options
  const [, mode] = secretShape.exec(secretKey) ?? []
  const [, signingMode] = signingShape.exec(signingSecret) ?? []
  if (!mode) throw new TypeError('secretKey must be a secret key: gfs_live_... or gfs_test_...')
  if (!signingMode) throw new TypeError('signingSecret must be a signing secret: gfk_live_... or gfk_test_...')
  if (mode !== signingMode) throw new TypeError('secretKey and signingSecret must both be live or both be test.')
  if (!/^https?:\/\//.test(baseUrl)) throw new TypeError('baseUrl must begin with https:// (or http://).')
  return { secretKey, signingSecret, baseUrl: new URL(baseUrl), timeoutMs, tryTimeoutMs, retries }
}
