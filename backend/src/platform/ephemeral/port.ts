/** Short-lived things: claims, counters, messages. Losing them never loses an order. */
export interface Ephemeral {
  /** True for the first caller only, until the claim expires (SET NX EX). */
  claim(name: string, ttlSeconds: number): Promise<boolean>
  release(name: string): Promise<void>
  /** Adds one in the current window and returns the count and when the window ends. */
  count(name: string, windowMs: number): Promise<{ readonly hits: number; readonly resetsAt: number }>
  publish(channel: string, message: string): Promise<void>
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>
  status(): Promise<{ readonly kind: 'in-process' | 'redis'; readonly state: 'ok' | 'down'; readonly version: string }>
  close(): Promise<void>
}

/** Thrown while the engine is out of reach; each use says in writing whether it then fails open or closed. */
export class EphemeralUnavailable extends Error {
  override readonly name = 'EphemeralUnavailable'
}
