import { randomBytes, randomInt } from 'node:crypto'
import { argon2id, hash, needsRehash, verify } from 'argon2'
import { AppError } from '../../platform/app-error.ts'

/** OWASP Password Storage Cheat Sheet (2024): argon2id with 19 MiB, 2 passes, 1 lane. About 30 ms on one core. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const shortest = 10
/** Long enough for any phrase; more would only keep the processor busy. */
export const longestPassword = 256

export const checkPasswordRule = (password: string): void => {
  const fits = password.length >= shortest && password.length <= longestPassword
  if (fits && /\p{L}/u.test(password) && /\p{N}/u.test(password)) return
  const detail = `A password has at least ${shortest} characters, among them a letter and a digit.`
  throw new AppError('validation_failed', { detail, errors: [{ pointer: '/password', code: 'weak', detail }] })
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

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
  /** The stored hash was made with older parameters. */
  isOutdated(stored: string): boolean
}

export const createPasswords = (): Passwords => {
  // Started here and not at the first sign-in, which would be slower than the next ones.
  const nobody = hashPassword(randomBytes(24).toString('base64'))
  nobody.catch(() => undefined) // a failure is met where it is awaited
  return {
    fits: async (stored, password) => {
      const good = await verify(stored ?? (await nobody), password.slice(0, longestPassword))
      return good && stored !== undefined
    },
    isOutdated: (stored) => needsRehash(stored, cost),
  }
}
