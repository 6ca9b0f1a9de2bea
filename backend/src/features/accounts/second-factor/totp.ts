import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'

const stepSeconds = 30

/** RFC 6238 as every app knows it: SHA-1, six digits, half a minute. 160 bits, as long as the hash (RFC 4226, section 4). */
const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: 'Goodfaith',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  })

export const createTotpSecret = (): string => new Secret({ size: 20 }).base32

export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString()

/** Drawn here: an image service would learn the secret. */
export const totpPicture = (uri: string): string => renderSVG(uri, { ecc: 'M', border: 2 })

/** Which half minute a code belongs to: this one, or one beside it for clocks that are off. undefined: none of them. */
export const stepOfCode = (secret: string, code: string, now: number): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / stepSeconds) + delta
}
