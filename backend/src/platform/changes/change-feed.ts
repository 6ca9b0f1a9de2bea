/**
 * Tells caches that keys, settings or policies changed. Whoever writes one of them announces it afterwards: this process
 * forgets at once; the others by a message, or, when that is lost, by a revision document polled each second (within 2 s).
 */
export interface ChangeFeed {
  announce(): Promise<void>
  /** Returns the way to stop listening. */
  onChange(listener: () => void): () => void
}
