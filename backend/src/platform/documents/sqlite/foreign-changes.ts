import type { Database } from 'better-sqlite3'

const pollMs = 500

/** `data_version` of a connection moves when anyone but it has written: a command, or a tool of the operator's. */
export const watchForeignChanges = (db: Database) => {
  const listeners = new Set<() => void>()
  const read = db.prepare('PRAGMA data_version').pluck()
  let timer: NodeJS.Timeout | undefined
  let seen: unknown

  const poll = () => {
    const version = read.get()
    if (version === seen) return
    seen = version
    for (const listener of listeners) listener()
  }
  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  const start = () => {
    seen = read.get()
    timer = setInterval(poll, pollMs)
    timer.unref()
  }

  return {
    listen: (listener: () => void) => {
      if (!timer) start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    stop,
  }
}
