import type { Database } from 'better-sqlite3'

const pollMs = 500

/** `data_version` of a connection moves when anyone but it has written: a command, or a tool of the operator's. */
export const watchForeignChanges = (db: Database) => {
  const listeners = new Set<() => void>()
  const read = db.prepare('PRAGMA data_version').pluck()
  let seen = read.get()
  const poll = () => {
    const version = read.get()
    if (version === seen) return
    seen = version
    for (const listener of listeners) listener()
  }
  const timer = setInterval(poll, pollMs)
  timer.unref()
  return {
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => clearInterval(timer),
  }
}
