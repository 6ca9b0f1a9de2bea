import { Worker } from 'node:worker_threads'
import { createTraining, type LearningOrder, type Trained, type TrainingJob } from './train.ts'

export interface TrainingRun {
  readonly job: TrainingJob
  /** Read as fast as the thread takes them: a store's past is never in memory as objects. */
  readonly pages: AsyncIterable<readonly LearningOrder[]>
  readonly onProgress: (share: number) => void
}

interface FromThread {
  readonly progress?: number
  readonly taken?: number
  /** JSON, as it is stored. */
  readonly trained?: string
}

/** A thread that takes this much is not learning from one store any more. */
const mostMegabytes = 1_024

/**
 * In a thread of its own, so that no score waits for a fit; `file` is what the build makes of training-thread.ts. Without
 * it (a program that was not built) the same function runs here.
 */
export const createRunTraining =
  (file: string | null) =>
  async (run: TrainingRun): Promise<Trained> => {
    if (file === null) return runHere(run)
    const worker = new Worker(file, {
      workerData: run.job,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    try {
      return await runThere(worker, run)
    } finally {
      await worker.terminate()
    }
  }

const runHere = async ({ job, pages, onProgress }: TrainingRun): Promise<Trained> => {
  const training = createTraining(job, onProgress)
  for await (const page of pages) training.add(page)
  return training.finish()
}

const runThere = (worker: Worker, { pages, onProgress }: TrainingRun): Promise<Trained> =>
  new Promise((resolve, reject) => {
    let taken: () => void = () => undefined
    worker.on('error', reject)
    worker.on('exit', (code) => {
      reject(new Error(`The training thread ended with ${code} before it was done.`))
    })
    worker.on('message', ({ progress, trained, taken: count }: FromThread) => {
      if (progress !== undefined) onProgress(progress)
      if (count !== undefined) taken()
      if (trained !== undefined) resolve(JSON.parse(trained) as Trained)
    })
    const feed = async (): Promise<void> => {
      for await (const page of pages) {
        if (page.length === 0) continue
        const isTaken = new Promise<void>((done) => (taken = done))
        worker.postMessage(page)
        await isTaken
      }
      worker.postMessage(null)
    }
    feed().catch(reject)
  })
