import type { Clock } from '../clock.ts'

interface Entry<T> {
  readonly value: T
  readonly expiresAt: number
}

export interface ExpiringMap<T> {
  get(name: string): Entry<T> | undefined
  set(name: string, value: T, expiresAt: number): void
  delete(name: string): void
  /** Entries still held in memory, expired ones among them until they are walked over. */
  readonly size: number
}

/** Two looked at for each one added: what is forgotten keeps up with what is new, and no call ever walks the whole map. */
const walkedPerSet = 2

/** A map whose entries are gone the moment they expire, without a timer. */
export const createExpiringMap = <T>(clock: Clock): ExpiringMap<T> => {
  const entries = new Map<string, Entry<T>>()
  let walk = entries.entries()

  const forgetSome = (now: number): void => {
    for (let step = 0; step < walkedPerSet; step += 1) {
      const next = walk.next()
      if (next.done) {
        walk = entries.entries()
        return
      }
      const [name, { expiresAt }] = next.value
      if (expiresAt <= now) entries.delete(name)
    }
  }

  return {
    get: (name) => {
      const entry = entries.get(name)
      return entry && entry.expiresAt > clock() ? entry : undefined
    },
    set: (name, value, expiresAt) => {
      entries.set(name, { value, expiresAt })
      forgetSome(clock())
    },
    delete: (name) => void entries.delete(name),
    get size() {
      return entries.size
    },
  }
}
