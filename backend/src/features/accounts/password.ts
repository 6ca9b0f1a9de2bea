import { randomBytes, randomInt } from 'node:crypto'
import { argon2id, hash, needsRehash, verify } from 'argon2'
import { AppError } from '../../platform/app-error.ts'
import { atMost } from '../../platform/at-most.ts'
import { isAboutUs, isCommonPassword } from './common-password.ts'

export interface PasswordCost {
  /** KiB. */
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/**
 * The only place. OWASP Password Storage Cheat Sheet (2024): argon2id with 19 MiB, 2 passes, 1 lane; about 30 ms on one
 * core. Whoever signs in with a hash of other parameters gets a new one.
 */
export const passwordCost: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const shortest = 10
/** Long enough for any phrase; more would only keep the processor busy. */
export const longestPassword = 128

/** The same characters however a keyboard composes them (NFKC, as RFC 8265 and NIST SP 800-63B ask). */
const normal = (password: string): string => password.normalize('NFKC')
/** Code points: a letter outside the first plane is one letter. */
const lengthOf = (password: string): number => Array.from(password).length

const weak = (code: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer: '/password', code, detail }] })

export const checkPasswordRule = (password: string): void => {
  const text = normal(password)
  const fits = lengthOf(text) >= shortest && lengthOf(text) <= longestPassword
  if (!fits || !/\p{L}/u.test(text) || !/\p{N}/u.test(text)) {
    throw weak('weak', `A password has ${shortest} to ${longestPassword} characters, among them a letter and a digit.`)
  }
  if (isAboutUs(text)) throw weak('common', 'A password is not made of our own name. Choose another.')
  if (isCommonPassword(text)) throw weak('common', 'This password is on every list of common ones. Choose another.')
}

/** Of the four threads that Node lends out: a flood of sign-ins must not keep the disk from those who write orders. */
const inTurn = atMost(2)

export const hashPassword = (password: string, cost: PasswordCost = passwordCost): Promise<string> =>
  inTurn(() => hash(normal(password), { type: argon2id, ...cost }))

/** Without the letters and digits that are mistaken for others when read from a screen. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 20 of 31 characters, 99 bits, in groups of five. Drawn again until it keeps our own rule. */
export const createPassword = (): string => {
  const drawn = Array.from({ length: 20 }, () => letters.charAt(randomInt(letters.length)))
  const groups = [0, 5, 10, 15].map((start) => drawn.slice(start, start + 5).join(''))
  const password = groups.join('-')
  return /\d/.test(password) && /[a-z]/.test(password) ? password : createPassword()
}

export interface Passwords {
  /** Takes as long for an account that does not exist (`stored` undefined) as for a wrong password. */
  fits(stored: string | undefined, password: string): Promise<boolean>
  hash(password: string): Promise<string>
  /** The stored hash was made with other parameters. */
  isOutdated(stored: string): boolean
}

export const createPasswords = (cost: PasswordCost = passwordCost): Passwords => {
  // Started here and not at the first sign-in, which would be slower than the next ones.
  const nobody = hashPassword(randomBytes(24).toString('base64'), cost)
  nobody.catch(() => undefined) // a failure is met where it is awaited
  return {
    fits: async (stored, password) => {
      const known = stored ?? (await nobody)
      const good = await inTurn(() => verify(known, normal(password.slice(0, 2 * longestPassword))))
      return good && stored !== undefined
    },
    hash: (password) => hashPassword(password, cost),
    isOutdated: (stored) => needsRehash(stored, cost),
  }
}
