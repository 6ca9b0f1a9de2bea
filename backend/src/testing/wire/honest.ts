import type { SignedIn } from '../console.ts'

/** What an honest caller of a route sends: a path with real ids, and a body where it has one. */
export interface Honest {
  readonly path: string
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: string
  /** Whose request it is, where it changes how they sign in; otherwise the person of the world. */
  readonly as?: SignedIn
}
