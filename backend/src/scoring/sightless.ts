import type { Context } from './context.ts'

/**
 * Whether the absence of a session says nothing about the shopper: visits are refused for limits, or sessions, or the
 * norms that would tell of such limits, could not be read.
 */
export const isSightless = ({ norms, unavailable }: Context): boolean =>
  norms.edgeLimited || unavailable.includes('session') || unavailable.includes('norms')
