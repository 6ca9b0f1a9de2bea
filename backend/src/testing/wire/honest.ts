/** What an honest caller of a route sends: a path with real ids, and a body where it has one. */
export interface Honest {
  readonly path: string
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: string
}
