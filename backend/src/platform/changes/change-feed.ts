/**
 * Tells caches that keys, settings or policies changed. Whoever writes one of them announces it afterwards: this process
 * forgets at once; the others within 2 s: embedded by the engine's own notice of a foreign write, on MongoDB by a message
 * or, when that is lost, by a revision document polled each second.
 */
export interface ChangeFeed {
  announce(): Promise<void>
  /** Returns the way to stop listening. */
  onChange(listener: () => void): () => void
}
