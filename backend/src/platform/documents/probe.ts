/**
 * Told after each step of a batch. Tests throw here, and the engine must then behave as if the process had died: what
 * was not durable yet never happens, what was is finished by a sweep.
 */
export type Probe = (step: 'head' | 'follower') => void
