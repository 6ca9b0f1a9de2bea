import { z } from 'zod'
import type { DocumentStore } from '../documents/port.ts'
import type { Ephemeral } from '../ephemeral/port.ts'
import { Reply, route, type Route } from './route.ts'

const Alive = z.object({ status: z.literal('ok') })

const Dependency = z.object({
  name: z.string(),
  kind: z.string(),
  state: z.enum(['ok', 'down']),
  note: z.string().optional(),
})
const Ready = z.object({ status: z.enum(['ready', 'degraded', 'down']), dependencies: z.array(Dependency) })

const patienceMs = 1_000

/** A dependency that does not answer within a second is down, whatever it says later. */
const within = async <Value>(asked: Promise<Value>): Promise<Value | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined)
  })
  try {
    return await Promise.race([asked, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

export interface ProbeDeps {
  readonly documents: DocumentStore
  readonly ephemeral: Ephemeral
  readonly kinds: { readonly documents: string; readonly ephemeral: string }
}

const readiness = async ({ documents, ephemeral, kinds }: ProbeDeps): Promise<z.infer<typeof Ready>> => {
  const [stored, short] = await Promise.all([within(documents.status()), within(ephemeral.status())])
  const note = stored?.note
  const dependencies = [
    {
      name: 'documents',
      kind: kinds.documents,
      state: stored?.state ?? 'down',
      ...(note === undefined ? {} : { note }),
    },
    { name: 'ephemeral', kind: kinds.ephemeral, state: short?.state ?? 'down' },
  ] as const
  const down = dependencies.filter(({ state }) => state === 'down').length
  return { status: down === 0 ? 'ready' : 'down', dependencies: [...dependencies] }
}

export const probeRoutes = (deps: ProbeDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the process is alive',
    caller: 'anyone',
    unencrypted: true,
    reply: Alive,
    handle: () => Promise.resolve({ status: 'ok' as const }),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    summary: 'Whether each dependency can be reached',
    caller: 'anyone',
    unencrypted: true,
    reply: Ready,
    handle: async () => {
      const ready = await readiness(deps)
      return new Reply(ready, { status: ready.status === 'ready' ? 200 : 503 })
    },
  }),
]
