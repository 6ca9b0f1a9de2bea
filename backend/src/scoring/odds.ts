/** 70 on the scale: 1 % of ordinary orders are bad. A store's own rate is in its base. */
const usualRate = 0.01
/** Of ordinary parcels paid at the door: the 70 of that scale. */
const usualRefusals = 0.1

/** log2 of the odds that outcomes leave against the usual odds, two decimals; 0 when nothing is known. */
const bitsOf = (bad: number, good: number, weight: number, usual: number): number => {
  const rate = (bad + weight * usual) / (bad + good + weight)
  const value = Math.log2(rate / (1 - rate)) - Math.log2(usual / (1 - usual))
  return Math.round(value * 100) / 100 || 0
}

export const fraudBits = (bad: number, good: number, weight: number): number => bitsOf(bad, good, weight, usualRate)

export const refusalBits = (refused: number, taken: number, weight: number): number =>
  bitsOf(refused, taken, weight, usualRefusals)

const timesOf = (value: number): string => {
  const times = 2 ** value
  if (times > 100) return 'over 100 times'
  return `${times >= 10 ? Math.round(times) : Number(times.toFixed(1))} times`
}

/** "Outcomes with this card: 51 times the usual risk" */
export const oddsSentence = (what: string, value: number): string => {
  if (Math.abs(value) < 0.07) return `${what}: the usual risk`
  if (value > 0) return `${what}: ${timesOf(value)} the usual risk`
  const part = Math.max(1, Math.round(100 * 2 ** value))
  return `${what}: ${part} % of the usual risk`
}
