import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import { addressBlock } from '../../platform/http/limits.ts'
import { delays } from './collections.ts'
import type { AccountDeps } from './deps.ts'

const minute = 60_000
/** Nobody waits longer: a delay slows guessing down, and must not become a lock that a stranger can close. */
const longestMs = 15 * minute
const firstMs = 10_000
const forgottenAfterMs = 24 * 60 * minute

/** Mistakes that are forgiven: a person mistypes a few times, an office behind one address more often. */
const free = { account: 5, address: 20 } as const

export const pauseMs = (kind: keyof typeof free, failures: number): number => {
  const over = failures - free[kind]
  return over < 0 ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(over, 20))
}

export interface Doors {
  /** What the account is called here (a keyed hash); it need not exist. */
  readonly account: string
  /** The browser's name when it is known to the account: it waits for its own mistakes alone. */
  readonly device: string | undefined
  readonly ip: string
}

export const createDelays = ({
  documents,
  clock,
  vault,
  settings,
}: Pick<AccountDeps, 'documents' | 'clock' | 'vault' | 'settings'>) => {
  const operator = documents.operator()
  const keyed = (text: string): string => vault.installationKeys().digest('sign-in', `delay ${text}`)
  const idsOf = ({ account, device, ip }: Doors) =>
    [
      ['account', keyed(`account ${account} ${device ?? 'unknown'}`)],
      ['address', keyed(`address ${addressBlock(ip)}`)],
    ] as const

  const failed = async (kind: keyof typeof free, id: string): Promise<void> => {
    const now = clock()
    const failures = ((await operator.get(delays, id))?.failures ?? 0) + 1
    const set = { until: now + pauseMs(kind, failures), expires_at: now + forgottenAfterMs }
    await operator
      .write({
        upsert: delays,
        id,
        create: { id, failures: 0, until: 0, expires_at: 0 },
        changes: { inc: { failures: 1 }, set },
      })
      .catch((error: unknown) => {
        // Two at once: the other's failure is counted, and so is the next.
        if (!(error instanceof Conflict)) throw error
      })
  }

  return {
    /** Throws `rate_limited` while one of the doors is waiting; answers the failures at this account's door. */
    check: async (doors: Doors): Promise<number> => {
      if (settings.rateLimitScale === 0) return 0
      const found = await operator.getMany(
        delays,
        idsOf(doors).map(([, id]) => id),
      )
      const waitMs = Math.max(...found.map((delay) => delay?.until ?? 0)) - clock()
      if (waitMs > 0) throw new AppError('rate_limited', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
      return found[0]?.failures ?? 0
    },
    failed: async (doors: Doors): Promise<void> => {
      if (settings.rateLimitScale === 0) return
      for (const [kind, id] of idsOf(doors)) await failed(kind, id)
    },
  }
}
