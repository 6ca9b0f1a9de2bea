import { Secret, TOTP } from 'otpauth'

/** What a person's app shows; `ahead` half minutes from now, since a code works once. */
export const codeOf = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: Date.now() + ahead * 30_000,
  })
