import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Config, ServerRole } from './config.ts'
import { openFoundation, type Foundation } from './foundation.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { openEphemeral } from './platform/ephemeral/open.ts'
import type { Ephemeral } from './platform/ephemeral/port.ts'
import { createLog, type Log } from './platform/telemetry/log.ts'
import { createMetrics, type Metrics } from './platform/telemetry/metrics.ts'

/** What everything else is built on. */
export interface Ground {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly ephemeral: Ephemeral
  readonly foundation: Foundation
  /** Names this process in leases. */
  readonly processId: string
  /** Aborted when the server stops: what would stay open for ever ends then. */
  readonly stopping: AbortController
}

export interface GroundOptions {
  readonly config: Config
  readonly note: (text: string) => void
  readonly clock?: Clock
  readonly log?: Log
}

/** Rows of a release before they were signed: nothing they tell of opens, and nobody should have to guess why. */
const noteUnsigned = async ({ apiKeys }: Foundation, note: GroundOptions['note']): Promise<void> => {
  const { length } = await apiKeys.unsigned()
  if (length === 0) return
  note(
    `${length} API keys are not signed and are refused. If you know them, run: npx goodfaith keys sign (docs/keys.md).`,
  )
}

export const openGround = async (options: GroundOptions): Promise<Ground> => {
  const { config, note, clock = systemClock, log = createLog({ level: config.logLevel }) } = options
  const metrics = createMetrics({ processMetrics: true })
  const { redisUrl, dataDir } = config
  const ephemeral = await openEphemeral(
    redisUrl === undefined ? { clock, claimsFolder: join(dataDir, 'claims') } : { clock, redisUrl },
  )
  const failed = (error: unknown) => {
    log.warn({ err: error }, 'changes cannot be looked at')
  }
  const onLatePush = () => {
    metrics.latePushes.inc()
  }
  const onKeyMissing = (collection: string, merchantId: string) => {
    metrics.storesLeftOut.inc({ collection })
    log.debug({ collection, merchant: merchantId }, 'left out: its key was destroyed')
  }
  const onTracesLost = (traces: number, error: unknown) => {
    metrics.tracesLost.inc(traces)
    if (error !== undefined) log.warn({ err: error, traces }, 'audit traces not written')
  }
  const onKeyRefused = (key: string, problem: string) => {
    metrics.keyRowsRefused.inc({ problem })
    log.error({ key_id: key, problem }, 'key refused: its row was not written by this program')
  }
  const told = { note, failed, onLatePush, onKeyMissing, onTracesLost, onKeyRefused }
  try {
    const foundation = await openFoundation({ config, clock, ephemeral, make: true, ...told })
    await noteUnsigned(foundation, note)
    const stopping = new AbortController()
    return { config, clock, log, metrics, ephemeral, foundation, processId: randomUUID(), stopping }
  } catch (error) {
    await ephemeral.close()
    throw error
  }
}

export const has = ({ roles }: Config, role: ServerRole): boolean => roles.includes(role)
