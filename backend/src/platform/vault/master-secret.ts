import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Shorter secrets are guessed by machine; a generated one has 43 characters. */
export const shortestMasterSecret = 32

/** Which derivation a row was sealed under. A new one is added here and old rows are re-sealed. */
export const derivation = 1

/** A master secret that cannot be used. The message is one sentence for the operator. */
export class MasterSecretRefused extends Error {
  override readonly name = 'MasterSecretRefused'
}

const checked = (secret: string, where: string): string => {
  const trimmed = secret.trim()
  if (trimmed.length >= shortestMasterSecret) return trimmed
  throw new MasterSecretRefused(
    `The master secret in ${where} is too short: it needs at least ${shortestMasterSecret} characters, for example the output of "openssl rand -base64 32".`,
  )
}

/** `given` is the secret itself (MASTER_SECRET), `file` a path to it (MASTER_SECRET_FILE). */
export const readMasterSecret = (from: { readonly given: string } | { readonly file: string }): string => {
  if ('given' in from) return checked(from.given, 'MASTER_SECRET')
  let text: string
  try {
    text = readFileSync(from.file, 'utf8')
  } catch (cause) {
    throw new MasterSecretRefused(`The master secret file ${from.file} cannot be read.`, { cause })
  }
  return checked(text, from.file)
}

/** For a first start. Never overwrites: a lost master secret is lost data. */
export const createMasterSecretFile = (file: string): string => {
  const secret = randomBytes(32).toString('base64url')
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${secret}\n`, { flag: 'wx', mode: 0o600 })
  chmodSync(file, 0o600) // whatever the umask says
  return secret
}

/** The key that seals the vault's rows. The salt is the installation's own, so that one secret never makes two equal keys. */
export const wrappingKey = (secret: string, salt: Buffer): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, salt, `goodfaith/vault/${derivation}`, 32)))
