import type { Evidence } from './evidence.ts'
import { automationHints } from './evidence/automation-hints.ts'
import { deviceEmails24h } from './evidence/device-emails-24h.ts'
import { emailDisposable } from './evidence/email-disposable.ts'
import { ipHosting } from './evidence/ip-hosting.ts'
import { sameAddress } from './evidence/same-address.ts'
import { sessionMissing } from './evidence/session-missing.ts'

/** Append only: stored verdicts keep their values in this order, so a shorter array is simply an older one. */
export const registry: readonly Evidence[] = [
  sessionMissing,
  automationHints,
  deviceEmails24h,
  emailDisposable,
  ipHosting,
  sameAddress,
]

/** Each appended evidence is a new version; values of an older one are a prefix. */
export const registryVersion = registry.length
