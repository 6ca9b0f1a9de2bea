import { createHash, randomBytes } from 'node:crypto'

export const refreshTokenMs = 7 * 24 * 60 * 60 * 1000

/** An id names the sign-in (`rfr_...`), the rest is 256 random bits; only their SHA-256 is stored. */
export const createRefreshToken = (signInId: string): { readonly text: string; readonly digest: string } => {
  const secret = randomBytes(32).toString('base64url')
  return { text: `${signInId}.${secret}`, digest: digestOf(secret) }
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const shape = /^([a-z]{3}_[0-9A-Z]{26})\.([A-Za-z0-9_-]{43})$/

export const parseRefreshToken = (text: string): { readonly signInId: string; readonly digest: string } | undefined => {
  const [, signInId, secret] = shape.exec(text) ?? []
  return signInId !== undefined && secret !== undefined ? { signInId, digest: digestOf(secret) } : undefined
}
