import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../../platform/clock.ts'
import type { Vault } from '../../platform/vault/vault.ts'

export const accessTokenSeconds = 15 * 60

const issuer = 'goodfaith'
const audience = 'console'
const algorithm = 'EdDSA'

/** A signing key is used for 30 days; the one before stays good for what it signed, which is over 15 minutes later. */
const keyPeriodMs = 30 * 24 * 3_600_000
const periodOf = (at: number): number => Math.floor(at / keyPeriodMs)

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410, section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

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

interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const pairFrom = (seed: Buffer): KeyPair => {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/**
 * Each period's key is derived from the installation's own, so every process signs and reads alike, a rotation needs no
 * message between them, and one period's key says nothing of another's.
 */
export const createAccessTokens = (vault: Pick<Vault, 'installationKeys'>, clock: Clock): AccessTokens => {
  const pairs = new Map<number, KeyPair>()
  const pairOf = (period: number): KeyPair => {
    const known = pairs.get(period)
    if (known) return known
    const pair = pairFrom(Buffer.from(vault.installationKeys().digest('sign-in', `access token ${period}`), 'hex'))
    if (pairs.size > 2) pairs.clear()
    pairs.set(period, pair)
    return pair
  }

  /** Which keys are looked under at all: an old one that leaked signs nothing new. */
  const keyNamed = (kid: string | undefined): KeyObject => {
    const current = periodOf(clock())
    const period = [current, current - 1, current + 1].find((one) => String(one) === kid)
    if (period === undefined) throw new errors.JWTInvalid('signed with a key that is not in use')
    return pairOf(period).publicKey
  }

  return {
    issue: (personId, signInId) => {
      const now = Math.floor(clock() / 1000)
      const period = periodOf(now * 1000)
      return new SignJWT({ fam: signInId })
        .setProtectedHeader({ alg: algorithm, kid: String(period) })
        .setSubject(personId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + accessTokenSeconds)
        .sign(pairOf(period).privateKey)
    },
    read: async (token) => {
      try {
        const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => keyNamed(kid), {
          algorithms: [algorithm],
          issuer,
          audience,
          requiredClaims: ['sub', 'exp', 'iat', 'fam'],
          currentDate: new Date(clock()),
        })
        const { sub, fam, exp, iat } = payload
        if (sub === undefined || exp === undefined || iat === undefined || typeof fam !== 'string') return undefined
        const isOfItsPeriod = String(periodOf(iat * 1000)) === protectedHeader.kid && exp - iat <= accessTokenSeconds
        return isOfItsPeriod ? { personId: sub, signInId: fam, expiresAt: exp * 1000 } : undefined
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}
