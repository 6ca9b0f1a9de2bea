import { open, rename, rm } from 'node:fs/promises'
import type { Decision } from '#contract/assessment.ts'
import { csvLine } from '../../platform/csv/write-csv.ts'

export interface ScoredLine {
  readonly orderId: string
  readonly at: number
  readonly trustScore: number
  readonly rawScore: number
  readonly decision: Decision
  /** Code of the strongest reason; empty when nothing was said. */
  readonly topReason: string
}

const head = ['order_id', 'at', 'trust_score', 'raw_score', 'decision', 'top_reason']
const chunkLines = 2_000

/** Written beside the file and put in its place at the end: half an answer is none. */
export const openScores = async (path: string) => {
  const draft = `${path}.part`
  const file = await open(draft, 'w')
  let lines = [csvLine(head)]
  const flush = async (): Promise<void> => {
    const text = lines.join('')
    lines = []
    await file.write(text)
  }
  return {
    add: ({ orderId, at, trustScore, rawScore, decision, topReason }: ScoredLine): void => {
      lines.push(csvLine([orderId, new Date(at).toISOString(), trustScore, rawScore, decision, topReason]))
    },
    /** What was added goes to the file once there is enough of it. */
    flush: async (): Promise<void> => {
      if (lines.length >= chunkLines) await flush()
    },
    done: async (): Promise<void> => {
      await flush()
      await file.close()
      await rename(draft, path)
    },
    discard: async (): Promise<void> => {
      await file.close()
      await rm(draft, { force: true })
    },
  }
}
