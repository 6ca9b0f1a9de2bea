import type { Vault } from '../../platform/vault/vault.ts'

/** RFC 5321: 254 characters. Whether anybody reads it, only a mail can tell. */
const shape = /^[^\s@]{1,64}@[^\s@]{1,190}$/

/**
 * For accounts, not for shoppers: an address is taken as the person writes it. Dots and +tags stay, since they may belong
 * to somebody else here.
 */
export const normaliseAccountEmail = (text: string): string | undefined => {
  const normal = text.trim().normalize('NFC').toLowerCase()
  return shape.test(normal) ? normal : undefined
}

/** What an account is found by. */
export const createEmailRef =
  (vault: Pick<Vault, 'installationKeys'>) =>
  (email: string): string =>
    vault.installationKeys().digest('sign-in', `email ${email}`)
