import { randomBytes } from 'node:crypto'
import type { AccountDeps } from './deps.ts'

const place = ['people', 'nobody', 'decoy'] as const

/** As long as the sealed part of an ordinary row: address, name and hash of a password. */
const ordinary = (): string => {
  const password = `$argon2id$v=19$m=19456,t=2,p=1$${randomBytes(16).toString('base64')}$${randomBytes(32).toString('base64')}`
  return JSON.stringify({ name: 'Ines Okafor', email: 'somebody@shop.example', role: 'owner', password })
}

/**
 * The row of a known address is unsealed while its owner waits. For an unknown one a row of nobody is, so that the time of an
 * answer does not tell which it was. Not a row of the database: it would be in every list of people.
 */
export const createDecoy = ({ vault }: Pick<AccountDeps, 'vault'>) => {
  const sealed = vault.sealSecret(ordinary(), ...place)
  return (): void => {
    JSON.parse(vault.openSecret(sealed, ...place))
  }
}
