import type { SessionRequest } from '#contract/session.ts'
import { prepareForSources } from '@fingerprintjs/fingerprintjs'
import { components } from './components.ts'
import { facts, necessaryFacts } from './facts.ts'
import { hashOf } from './hash.ts'
import { now } from './page-time.ts'
import { run } from './run.ts'
import type { Settings } from './settings.ts'

/** The rest of the budget is for the network. */
const gatherShare = 0.4

/** Waits until the page is idle (at most 100 ms), asks, and puts together what is posted. Never rejects. */
export async function collect({ key, budgetMs, reduced }: Settings): Promise<SessionRequest> {
  const begun = now()
  const deadline = begun + budgetMs * gatherShare
  await prepareForSources().catch(() => undefined)
  const clear = await run(reduced ? necessaryFacts : facts, deadline)
  const hashed = await run(reduced ? {} : components, deadline, hashOf)
  return {
    key,
    v: 1,
    components: orNull(hashed.values),
    facts: {
      ...(clear.values as SessionRequest['facts']),
      consent: reduced ? 'reduced' : 'full',
      page_ms: Math.round(now()),
    },
    timings: { gather: Math.round(now() - begun), work: Math.round(clear.workMs + hashed.workMs) },
  }
}

const orNull = (values: Readonly<Record<string, unknown>>): SessionRequest['components'] =>
  Object.fromEntries(Object.entries(values).map(([name, hash]) => [name, (hash as string | undefined) ?? null]))
