import type { InputSchema } from './input-schema.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { PastKeeper } from './keep-past.ts'
import type { PrepareLines } from './prepare-lines.ts'
import type { Prepared } from './prepare.ts'
import { openStream, type BrokenPlace } from './read-in-time.ts'
import { createJudgedOrders, type JudgedOrders } from './judged-orders.ts'
import { createStreamRun, type StreamRun } from './run-stream.ts'
import { openScores } from './score-writer.ts'
import { openSpillFile } from './spill-file.ts'

export interface ReplayRequest {
  readonly file: string
  readonly out: string
  readonly schema: InputSchema
  readonly trainEveryMs: number | null
  readonly maturityDays: number
  /** Refuse the file at its first broken line, writing nothing. */
  readonly strict: boolean
  /** In force all the way where nothing is trained; left out: the expert scorecard. */
  readonly policy?: Policy
}

export interface ReplayDeps {
  readonly prepare: PrepareLines
  readonly progress: (state: ReplayProgress) => void
  /** Leaves the past in a store. */
  readonly keep?: PastKeeper
}

export interface ReplayProgress {
  readonly lines: number
  readonly of: number
  readonly orders: number
  /** Where in the data's time. */
  readonly at: number | null
}

export interface ReplayCounts {
  readonly lines: number
  readonly orders: number
  readonly labels: number
  readonly events: number
  /** Labels and events of orders that the file does not hold, or not before them. */
  readonly unmatched: number
  readonly broken: number
}

export interface Replayed {
  readonly counts: ReplayCounts
  readonly from: number | null
  readonly to: number | null
  /** The first thousand. */
  readonly broken: readonly BrokenPlace[]
  readonly judged: JudgedOrders
  readonly run: StreamRun
}

/** A line that cannot be read ends a strict replay. */
export class StreamRefused extends Error {
  override readonly name = 'StreamRefused'
}

const mostNamed = 1_000

/** Reads the file in time order, gives each line to the run, and writes what it says of each order. */
export const replayStream = async (request: ReplayRequest, deps: ReplayDeps): Promise<Replayed> => {
  const { file, out, strict, ...settings } = request
  const stream = await openStream(file)
  const broken: BrokenPlace[] = [...stream.broken]
  const counts = { lines: stream.lines, orders: 0, labels: 0, events: 0, unmatched: 0, broken: stream.brokenLines }
  const judged = createJudgedOrders()

  const refuse = ({ number, problem }: BrokenPlace): void => {
    if (strict) throw new StreamRefused(`Line ${number}: ${problem}.`)
    if (broken.length < mostNamed) broken.push({ number, problem })
  }
  const [first] = stream.broken
  if (first && strict) refuse(first)

  const scores = await openScores(out)
  const laidAside = openSpillFile(`${out}.aside`)
  const run = createStreamRun({ ...settings, file: laidAside, ...(deps.keep && { keep: deps.keep }) })
  const take = (line: Prepared): void => {
    if (line.type === 'broken') {
      counts.broken += 1
      refuse(line)
    } else if (line.type === 'order') {
      counts.orders += 1
      const verdict = run.order(line)
      judged.add(verdict)
      scores.add(verdict.line)
    } else {
      counts[line.type === 'label' ? 'labels' : 'events'] += 1
      if (!run.told(line)) counts.unmatched += 1
    }
  }

  try {
    let lines = 0
    for await (const batch of deps.prepare(stream.inTime())) {
      for (const line of batch) take(line)
      await scores.flush()
      run.rest()
      await deps.keep?.flush()
      lines += batch.length
      const last = batch.at(-1)
      deps.progress({ lines, of: stream.lines, orders: counts.orders, at: last && 'at' in last ? last.at : null })
    }
    await scores.done()
  } catch (error) {
    await scores.discard()
    throw error
  } finally {
    laidAside.close()
  }
  return { counts, from: stream.from, to: stream.to, broken, judged, run }
}
