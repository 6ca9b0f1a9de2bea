import { errors, jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../../platform/clock.ts'
import type { Vault } from '../../platform/vault/vault.ts'

export const accessTokenSeconds = 15 * 60

const issuer = 'goodfaith'
const audience = 'console'
const algorithm = 'HS256'

export interface AccessClaims {
  readonly personId: string
  readonly signInId: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export interface AccessTokens {
  issue(personId: string, signInId: string): Promise<string>
  /** undefined: forged, expired, or not one of ours. */
  read(token: string): Promise<AccessClaims | undefined>
}

/** Signed under a key derived from the installation's own, so every process of it reads the tokens of every other. */
export const createAccessTokens = (vault: Pick<Vault, 'installationKeys'>, clock: Clock): AccessTokens => {
  const key = (): Buffer => Buffer.from(vault.installationKeys().digest('sign-in', 'access token'), 'hex')
  return {
    issue: (personId, signInId) => {
      const now = Math.floor(clock() / 1000)
      return new SignJWT({ fam: signInId })
        .setProtectedHeader({ alg: algorithm })
        .setSubject(personId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + accessTokenSeconds)
        .sign(key())
    },
    read: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key(), {
          algorithms: [algorithm],
          issuer,
          audience,
          requiredClaims: ['sub', 'exp', 'fam'],
          currentDate: new Date(clock()),
        })
        const { sub, fam, exp } = payload
        if (sub === undefined || exp === undefined || typeof fam !== 'string') return undefined
        return { personId: sub, signInId: fam, expiresAt: exp * 1000 }
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}
