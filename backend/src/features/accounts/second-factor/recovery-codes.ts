import { createHash, randomInt } from 'node:crypto'

export const recoveryCodes = 10

/** Crockford's letters in lower case: none is mistaken for another. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** 28 letters are 140 bits: too many to try, so a plain SHA-256 keeps them (ASVS 5, 6.5.2 and 11.5.1). */
const createRecoveryCode = (): string => {
  const drawn = Array.from({ length: 28 }, () => letters.charAt(randomInt(letters.length))).join('')
  return (drawn.match(/.{7}/g) ?? []).join('-')
}

export const createRecoveryCodes = (): readonly string[] => Array.from({ length: recoveryCodes }, createRecoveryCode)

/** As a person types it: in any case, with or without hyphens and spaces, o for 0, l and i for 1. */
const plain = (code: string): string =>
  code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1')

export const recoveryDigest = (code: string): string => createHash('sha256').update(plain(code)).digest('hex')
