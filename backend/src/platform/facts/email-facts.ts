import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'
import type { EmailFacts } from '../../scoring/context.ts'
import type { EmailAddress } from '../identifiers/email.ts'
import { freeMailDomains } from './free-mail-domains.data.ts'
import { looksRandom } from './gibberish.ts'
import { fitsName } from './name-fit.ts'

const disposableDomains = disposableEmailBlocklistSet()

/** Also mailboxes below a listed domain: these services hand out subdomains. */
const isDisposable = (domain: string): boolean => {
  const labels = domain.split('.')
  return labels.some((_, at) => at < labels.length - 1 && disposableDomains.has(labels.slice(at).join('.')))
}

export const isFreeMail = (domain: string): boolean => freeMailDomains.has(domain)

const notAnAddress: EmailFacts = {
  valid: false,
  disposable: false,
  free: false,
  typo: false,
  digits: 0,
  length: 0,
  gibberish: false,
  fitsName: null,
}

/** All that can be known of an address before it is hashed; null is what was sent and is none. `name` is the buyer's, as typed. */
export const readEmail = (email: EmailAddress | null, name: string | null): EmailFacts => {
  if (!email) return notAnAddress
  const { local, domain, typo } = email
  const digits = local.replace(/\D/g, '').length
  return {
    valid: true,
    disposable: isDisposable(domain),
    free: isFreeMail(domain),
    typo,
    digits: digits / local.length,
    length: local.length,
    gibberish: looksRandom(local),
    fitsName: name === null ? null : fitsName(local, name),
  }
}
