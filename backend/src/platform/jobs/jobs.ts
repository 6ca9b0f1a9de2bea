import type { DocumentStore, Lease } from '../documents/port.ts'
import type { Log } from '../telemetry/log.ts'
import type { Metrics } from '../telemetry/metrics.ts'

/** Work that comes round by itself. One process of the installation does it at a time. */
export interface Job {
  readonly name: string
  readonly everyMs: number
  /** Looked at before the lease is taken, which costs a write: whether there is anything to do. */
  readonly isDue?: () => Promise<boolean>
  run(): Promise<void>
}

export interface RunningJobs {
  /** Runs one job now, whoever holds its lease; for tests and the command line. */
  runNow(name: string): Promise<void>
  /** Waits for what is under way, and starts nothing more. */
  stop(): Promise<void>
}

export interface JobDeps {
  readonly documents: Pick<DocumentStore, 'lease'>
  readonly log: Log
  readonly metrics: Metrics
}

const leaseMs = 60_000
/** A job longer than its lease keeps it; a process that dies loses it within a minute. */
const renewEveryMs = 20_000

const keepLease = (lease: Lease): (() => void) => {
  const timer = setInterval(() => {
    // Lost: another process may start the same job. Jobs are idempotent, so that costs work and nothing else.
    void lease.renew().catch(() => false)
  }, renewEveryMs)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

/** Each job starts at once, then comes round at its own pace; a failure is logged and tried again next time. */
export const startJobs = ({ documents, log, metrics }: JobDeps, jobs: readonly Job[]): RunningJobs => {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Map<string, Promise<void>>()
  let stopped = false

  const runUnder = async (job: Job): Promise<void> => {
    const lease = await documents.lease(`job:${job.name}`, leaseMs)
    if (!lease) return
    const stopKeeping = keepLease(lease)
    try {
      await job.run()
      metrics.jobRuns.inc({ job: job.name, outcome: 'done' })
    } finally {
      stopKeeping()
      await lease.release()
    }
  }

  const round = async (job: Job): Promise<void> => {
    try {
      if ((await job.isDue?.()) ?? true) await runUnder(job)
    } catch (error) {
      metrics.jobRuns.inc({ job: job.name, outcome: 'failed' })
      log.error({ err: error, job: job.name }, 'job failed')
    }
    if (!stopped) later(job, job.everyMs)
  }

  const later = (job: Job, inMs: number): void => {
    const timer = setTimeout(() => {
      const turn = round(job).finally(() => running.delete(job.name))
      running.set(job.name, turn)
    }, inMs)
    timer.unref()
    timers.set(job.name, timer)
  }

  for (const job of jobs) later(job, 0)
  return {
    runNow: async (name) => {
      await jobs.find((job) => job.name === name)?.run()
    },
    stop: async () => {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}
