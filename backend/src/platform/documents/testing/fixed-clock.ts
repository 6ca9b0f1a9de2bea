/** Noon of a day in 2026: for tests in which no time passes. */
export const fixedClock = (): number => Date.UTC(2026, 10, 22, 12)
