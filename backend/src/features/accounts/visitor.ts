import type { Vault } from '../../platform/vault/vault.ts'
import { createEmailRef, normaliseAccountEmail } from './email.ts'
import { takeRandom } from '../../platform/random.ts'

/** Who stands at the door, as far as a request tells. */
export interface Visitor {
  readonly ip: string
  /** ISO country of the address; null: not known. */
  readonly country: string | null
  /** `Firefox on Linux`. */
  readonly client: string | null
  /** The cookie of a browser that signed in before. */
  readonly device: string | undefined
}

const shape = /^([\w-]{22})\.([0-9a-f]{64})$/

/**
 * A browser that signed in to an account keeps a proof of it. The proof opens nothing: it only moves the browser out of
 * the crowd whose failures are counted together, so that strangers who try an account cannot lock its owner out
 * (OWASP, "Slow down online guessing attacks with device cookies").
 */
export const createDevices = (vault: Pick<Vault, 'installationKeys'>) => {
  const proof = (emailRef: string, name: string): string =>
    vault.installationKeys().digest('sign-in', `device ${emailRef} ${name}`)
  return {
    issue: (emailRef: string): string => {
      const name = Buffer.from(takeRandom(16)).toString('base64url')
      return `${name}.${proof(emailRef, name)}`
    },
    /** The browser's own name, when it signed in to this account before. */
    known: (emailRef: string, cookie: string | undefined): string | undefined => {
      const [, name, mac] = shape.exec(cookie ?? '') ?? []
      return name !== undefined && mac === proof(emailRef, name) ? name : undefined
    },
  }
}

/** What the fixed limits count by: the account as typed, or the known browser of it. */
export const createAccountKey = (vault: Pick<Vault, 'installationKeys'>) => {
  const emailRef = createEmailRef(vault)
  const devices = createDevices(vault)
  return (email: string, device: string | undefined): string => {
    const normal = normaliseAccountEmail(email) ?? email
    return `${normal} ${devices.known(emailRef(normal), device) ?? ''}`
  }
}
