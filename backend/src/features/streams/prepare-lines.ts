import { Worker } from 'node:worker_threads'
import type { Prepare, Prepared, PrepareSettings } from './prepare.ts'
import type { NumberedText } from './read-in-time.ts'

/** Turns lines into orders without anything raw, in the order given. */
export type PrepareLines = (lines: AsyncIterable<NumberedText>) => AsyncGenerator<readonly Prepared[]>

const batchLines = 256
/** Enough that neither side waits for the other, and few enough that memory does not grow with the file. */
const batchesUnderWay = 4

async function* batches(lines: AsyncIterable<NumberedText>): AsyncGenerator<NumberedText[]> {
  let batch: NumberedText[] = []
  for await (const line of lines) {
    batch.push(line)
    if (batch.length < batchLines) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Here, between the scores: where there is one core, or the program was not built. */
export const prepareHere = (prepare: Prepare): PrepareLines =>
  async function* (lines) {
    for await (const batch of batches(lines)) yield batch.map(({ number, text }) => prepare(number, text))
  }

/** In a thread of its own, which reads ahead while this one scores. `file` is what the build makes of prepare-thread.ts. */
export const prepareThere = (file: string, settings: PrepareSettings): PrepareLines =>
  async function* (lines) {
    const worker = new Worker(file, { workerData: settings })
    const waiting: {
      readonly done: (prepared: readonly Prepared[]) => void
      readonly failed: (error: unknown) => void
    }[] = []
    worker.on('message', (prepared: string) => waiting.shift()?.done(JSON.parse(prepared) as readonly Prepared[]))
    worker.on('error', (error) => {
      for (const { failed } of waiting.splice(0)) failed(error)
    })
    const ask = (batch: NumberedText[]): Promise<readonly Prepared[]> =>
      new Promise((done, failed) => {
        waiting.push({ done, failed })
        worker.postMessage(batch)
      })
    try {
      const underWay: Promise<readonly Prepared[]>[] = []
      for await (const batch of batches(lines)) {
        underWay.push(ask(batch))
        const first = underWay.length >= batchesUnderWay ? underWay.shift() : undefined
        if (first) yield await first
      }
      for (const rest of underWay) yield await rest
    } finally {
      await worker.terminate()
    }
  }
