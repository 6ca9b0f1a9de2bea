import { close, fdatasync, open } from 'node:fs'
import { promisify } from 'node:util'

const openFile = promisify(open)
const syncFile = promisify(fdatasync)
const closeFile = promisify(close)

export interface LogSync {
  /** Resolves once all that was committed before the call is on the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Waits for the disk beside the event loop instead of inside it. The log is opened besides SQLite, which is safe for this
 * file alone: the locks lie on the other two, and closing a second handle of those would drop them.
 */
export const createLogSync = (file: string): LogSync => {
  let handle: Promise<number> | undefined
  return {
    sync: async () => {
      handle ??= openFile(`${file}-wal`, 'r+')
      await syncFile(await handle)
    },
    close: async () => {
      const opened = handle
      handle = undefined
      if (opened) await closeFile(await opened)
    },
  }
}
