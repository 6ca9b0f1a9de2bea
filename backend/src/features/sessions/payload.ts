import { automationHints } from '#contract/automation.ts'
import { componentHash, SessionFacts, type SessionFacts as Facts } from '#contract/session.ts'
import { z } from 'zod'
import { AppError } from '../../platform/app-error.ts'
import { findCardNumber } from '../../platform/card-numbers/find-card-number.ts'
import { components } from './components.data.ts'
import type { SentComponents } from './fingerprint.ts'

/**
 * What must be right for a session to be opened at all. The rest comes from a browser that may be old, odd or hostile: each
 * part is read on its own, and a part that cannot be read is a gap, not an error.
 */
export const LenientSessionRequest = z.object({
  key: z.string().max(200),
  v: z.literal(1),
  components: z.unknown(),
  facts: z.unknown(),
})
export type LenientSessionRequest = z.infer<typeof LenientSessionRequest>

export interface Payload {
  readonly components: SentComponents
  readonly facts: Facts
}

const componentsAtMost = 64

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readComponents = (sent: unknown): SentComponents => {
  if (!isRecord(sent)) return {}
  if (Object.keys(sent).length > componentsAtMost) {
    const detail = `At most ${componentsAtMost} components are read.`
    throw new AppError('validation_failed', { errors: [{ pointer: '/components', code: 'too_big', detail }] })
  }
  const read: Record<string, string | null> = {}
  for (const name of Object.keys(components)) {
    if (!Object.hasOwn(sent, name)) continue
    const hash = componentHash.safeParse(sent[name])
    read[name] = hash.success ? hash.data : null
  }
  return read
}

const knownHints: ReadonlySet<string> = new Set(automationHints)

const readFacts = (sent: unknown): Facts => {
  if (!isRecord(sent)) return {}
  const read: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(SessionFacts.shape)) {
    const fact = Object.hasOwn(sent, name) ? schema.safeParse(sent[name]) : undefined
    if (fact?.success && fact.data !== undefined && findCardNumber(fact.data) === null) read[name] = fact.data
  }
  const facts = read as Facts
  return facts.automation ? { ...facts, automation: facts.automation.filter((hint) => knownHints.has(hint)) } : facts
}

export const readPayload = ({ components: sent, facts }: LenientSessionRequest): Payload => ({
  components: readComponents(sent),
  facts: readFacts(facts),
})

/** The strictly necessary list of docs/collector-data.md: enough to tell a script from a shopper, not one shopper from another. */
export const necessaryOnly = ({ facts }: Payload): Payload => {
  const { time_zone, languages, platform, automation, framed, page_ms } = facts
  const kept = { time_zone, languages, platform, automation, framed, page_ms, consent: 'reduced' }
  const known = Object.entries(kept).filter(([, value]) => value !== undefined)
  return { components: {}, facts: Object.fromEntries(known) }
}
