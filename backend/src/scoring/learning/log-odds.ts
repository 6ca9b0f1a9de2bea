/** Ten points double or halve the odds; 70 is 1% bad. Fits work in natural log-odds of bad, where more is worse. */
export const logOddsPerPoint = -Math.LN2 / 10
const pivotScore = 70
/** What 70 means: 1% fraud, or 10% refusals of cash on delivery, where a refusal costs postage and not the goods. */
export const pivotRates = { standard: 0.01, cod: 0.1 } as const
const logOdds = (rate: number) => Math.log(rate / (1 - rate))

/** What a sum of points states. */
export const logOddsOfSum = (sum: number, pivotRate: number = pivotRates.standard): number =>
  logOdds(pivotRate) + (sum - pivotScore) * logOddsPerPoint

export const sumOfLogOdds = (logOddsOfBad: number, pivotRate: number = pivotRates.standard): number =>
  pivotScore + (logOddsOfBad - logOdds(pivotRate)) / logOddsPerPoint

/** The base that adds this to the log-odds of every order; the scale of `baseOf`, held within the same bounds. */
export const baseOfShift = (shift: number): number =>
  Math.min(100, Math.max(30, Math.round(pivotScore + shift / logOddsPerPoint)))

export const chanceOf = (logOddsOfBad: number): number => 1 / (1 + Math.exp(-logOddsOfBad))
