import type { Clock } from '../clock.ts'
import { openClaimLog, type ClaimLine } from './claim-log.ts'
import { createExpiringMap, type ExpiringMap } from './expiring-map.ts'
import { EphemeralUnavailable, type Ephemeral } from './port.ts'
import { createSubscriptions } from './subscriptions.ts'

export interface InProcessOptions {
  readonly clock: Clock
  /** Where claims are kept so that they outlive a restart; without it they end with the process. */
  readonly claimsFolder?: string
}

/** Lines of one event-loop turn go to the log in one write, and all of them are answered after it. */
const createTurnWriter = (write: (lines: readonly ClaimLine[]) => void) => {
  let lines: ClaimLine[] = []
  let written: Promise<void> | undefined

  const flush = (): void => {
    const due = lines
    lines = []
    written = undefined
    if (due.length > 0) write(due)
  }
  const nextTurn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          flush()
          resolve()
        } catch (cause) {
          reject(new EphemeralUnavailable('The claims could not be written', { cause }))
        }
      })
    })

  return {
    flush,
    add: (line: ClaimLine): Promise<void> => {
      lines.push(line)
      written ??= nextTurn()
      return written
    },
  }
}

interface Claims {
  /** What is claimed now; throws where claims that should be kept cannot be read. */
  readonly held: () => ExpiringMap<true>
  readonly keep: (line: ClaimLine) => Promise<void>
  readonly close: () => void
}

const createClaims = (clock: Clock): Claims => {
  const held = createExpiringMap<true>(clock)
  return { held: () => held, keep: async () => undefined, close: () => undefined }
}

const openLog = (clock: Clock, folder: string) => {
  const held = createExpiringMap<true>(clock)
  const log = openClaimLog(folder, clock())
  for (const [name, expiresAt] of log.replayed) {
    if (expiresAt > clock()) held.set(name, true, expiresAt)
    else held.delete(name)
  }
  return { held, log }
}

/** The folder is touched by the first claim and no sooner: a start that is refused leaves nothing behind. */
const createKeptClaims = (clock: Clock, folder: string): Claims => {
  let opened: ReturnType<typeof openLog> | undefined
  let isClosed = false
  const open = () => {
    if (isClosed) throw new Error('The claims are closed.')
    return (opened ??= openLog(clock, folder))
  }
  const writer = createTurnWriter((lines) => open().log.append(lines, clock()))
  return {
    held: () => {
      try {
        return open().held
      } catch (cause) {
        throw new EphemeralUnavailable('The claims cannot be read', { cause })
      }
    },
    keep: writer.add,
    close: () => {
      writer.flush()
      isClosed = true
      opened?.log.close()
    },
  }
}

/** The embedded default: one process, no server. Counters and messages end with the process, claims need not. */
export const openInProcess = (options: InProcessOptions): Ephemeral => {
  const { clock, claimsFolder } = options
  const claims = claimsFolder === undefined ? createClaims(clock) : createKeptClaims(clock, claimsFolder)
  const windows = createExpiringMap<{ hits: number }>(clock)
  const subscriptions = createSubscriptions()

  return {
    claim: async (name, ttlSeconds) => {
      const held = claims.held()
      if (held.get(name)) return false
      const expiresAt = clock() + ttlSeconds * 1_000
      held.set(name, true, expiresAt)
      try {
        await claims.keep([name, expiresAt])
      } catch (error) {
        held.delete(name)
        throw error
      }
      return true
    },
    release: async (name) => {
      const held = claims.held()
      if (!held.get(name)) return
      held.delete(name)
      await claims.keep([name, 0])
    },
    count: async (name, windowMs) => {
      const open = windows.get(name)
      if (open) {
        open.value.hits += 1
        return { hits: open.value.hits, resetsAt: open.expiresAt }
      }
      const resetsAt = clock() + windowMs
      windows.set(name, { hits: 1 }, resetsAt)
      return { hits: 1, resetsAt }
    },
    publish: async (channel, message) => subscriptions.deliver(channel, message),
    subscribe: async (channel, listener) => {
      const { leave } = subscriptions.join(channel, listener)
      return async () => {
        leave()
      }
    },
    status: async () => ({ kind: 'in-process', state: 'ok', version: process.version }),
    close: async () => {
      subscriptions.clear()
      claims.close()
    },
  }
}
