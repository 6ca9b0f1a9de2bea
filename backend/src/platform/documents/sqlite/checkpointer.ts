import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** Batches between two checkpoints: the log grows to some tens of megabytes, and each page is copied once for many writes. */
const batchesBetween = 1_000

/** Above this the log is begun anew, for which writers wait a moment. */
const mostPages = 40_000

/**
 * What the thread does. Plain JavaScript in a text, because a thread starts from a file and the program is one file. It
 * copies beside the writers, and again, now alone, only what came in the meantime.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const Database = require(workerData.driver)
const db = new Database(workerData.file, { timeout: workerData.timeout })
db.pragma('synchronous = FULL')
parentPort.on('message', (asked) => {
  if (asked === 'close') {
    db.close()
    parentPort.close()
    return
  }
  const [{ log }] = db.pragma('wal_checkpoint(PASSIVE)')
  if (log > workerData.mostPages) db.pragma('wal_checkpoint(RESTART)')
  parentPort.postMessage('done')
})`

export interface Checkpointer {
  committed(batches: number): void
  /** Before the last connection closes: only then is the log taken away. */
  close(): Promise<void>
}

/** Copies the log into the file on a thread of its own, so that no order waits for it. */
export const createCheckpointer = (file: string, timeout: number): Checkpointer => {
  let since = 0
  let thread: Worker | undefined
  let isBusy = false

  const start = (): Worker => {
    const driver = createRequire(import.meta.url).resolve('better-sqlite3')
    const started = new Worker(program, { eval: true, workerData: { driver, file, timeout, mostPages } })
    started.unref()
    started.on('message', () => {
      isBusy = false
    })
    // Without it the connection's own limit does the same work, later and in the way.
    started.on('error', () => {
      thread = undefined
      isBusy = false
    })
    return started
  }

  return {
    committed: (batches) => {
      since += batches
      if (since < batchesBetween || isBusy) return
      since = 0
      isBusy = true
      thread ??= start()
      thread.postMessage('checkpoint')
    },
    close: async () => {
      const running = thread
      if (!running) return
      thread = undefined
      await new Promise<void>((resolve) => {
        running.once('exit', () => {
          resolve()
        })
        running.ref()
        running.postMessage('close')
      })
    },
  }
}
