import { createHash } from 'node:crypto'
import { agentOf, type World } from './world.ts'

interface Sent {
  readonly components?: Readonly<Record<string, string | null>>
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Another machine draws another picture: every hash changes, the same way each time. */
const onMachine = (machine: string, hash: string | null): string | null =>
  hash === null ? null : createHash('sha256').update(`${machine}/${hash}`).digest('hex').slice(0, 32)

/** What the lent machine would have posted instead of the visitor's own. */
const fromWorld = (body: string, { machine, timeZone, languages, driven }: World): string => {
  const sent = JSON.parse(body) as Sent
  const components = Object.entries(sent.components ?? {}).map(([name, hash]) => [name, onMachine(machine, hash)])
  const facts = { ...sent.facts, time_zone: timeZone, languages, ...(driven ? {} : { automation: [] }) }
  return JSON.stringify({ ...sent, components: Object.fromEntries(components) as object, facts })
}

export interface Passed {
  readonly status: number
  readonly type: string
  readonly body: string
}

/**
 * The shop's reverse proxy in front of Goodfaith: the page posts to the shop's own origin, the shop passes it on and says for
 * whom (X-Forwarded-For; the server is told to trust one hop). Stores do this to keep all requests first-party.
 */
export const passOn = async (
  server: string,
  body: string,
  visitor: { readonly ip: string; readonly agent: string; readonly origin: string | undefined },
  world: World | null,
): Promise<Passed> => {
  const answer = await fetch(new URL('v1/sessions', server), {
    method: 'POST',
    body: world === null ? body : fromWorld(body, world),
    headers: {
      'content-type': 'text/plain',
      'user-agent': agentOf(world, visitor.agent),
      'x-forwarded-for': world?.ip ?? visitor.ip,
      ...(visitor.origin === undefined ? {} : { origin: visitor.origin }),
    },
    signal: AbortSignal.timeout(5_000),
  })
  const type = answer.headers.get('content-type') ?? 'application/json'
  return { status: answer.status, type, body: await answer.text() }
}
