/** Milliseconds since the epoch. Injected, so that tests and replay can stand anywhere in time. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()
