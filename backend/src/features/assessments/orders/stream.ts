import type { ChangeFeed } from '../../../platform/changes/change-feed.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Ephemeral } from '../../../platform/ephemeral/port.ts'
import { EventStream } from '../../../platform/http/route.ts'
import type { Store } from '../../../platform/http/store-of.ts'
import type { OrderRow } from '#contract/console.ts'
import type { Tenant } from '../deps.ts'
import { liveChannel } from '../live.ts'

export interface StreamDeps {
  readonly ephemeral: Ephemeral
  readonly changes: ChangeFeed
  readonly clock: Clock
  readonly isStanding: (signInId: string, accessExpiresAt: number) => Promise<boolean>
  readonly rowOf: (tenant: Tenant, id: string) => Promise<OrderRow | undefined>
  readonly failed: (error: unknown) => void
  readonly stopping: AbortSignal
}

/**
 * Orders as they are scored. Ends with the access token, and within 2 s of a sign-out wherever that happened: a sign-out
 * is announced on the change feed. While it cannot be told whether the sign-in stands, the stream ends.
 */
export const createStream =
  ({ ephemeral, changes, clock, isStanding, rowOf, failed, stopping }: StreamDeps) =>
  ({ merchantId, mode, person }: Store): EventStream =>
    new EventStream(({ send, close }) => {
      const { sessionFamily, accessExpiresAt } = person
      const check = (): void => {
        isStanding(sessionFamily, accessExpiresAt).then(
          (stands) => {
            if (!stands) close()
          },
          () => close(),
        )
      }
      const tell = (id: string): void => {
        rowOf({ merchantId, mode }, id).then((row) => {
          if (row) send('order', row)
        }, failed)
      }
      const listening = ephemeral.subscribe(liveChannel(merchantId, mode), tell)
      listening.catch((error: unknown) => {
        failed(error)
        close()
      })
      const stopWatching = changes.onChange(check)
      stopping.addEventListener('abort', close)
      const expiry = setTimeout(close, Math.max(0, accessExpiresAt - clock()))
      return () => {
        clearTimeout(expiry)
        stopping.removeEventListener('abort', close)
        stopWatching()
        listening.then((stop) => stop()).catch(failed)
      }
    })
