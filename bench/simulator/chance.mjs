import { createHash } from 'node:crypto'
import { createRandom } from '../random.mjs'

const letters = 'abcdefghjkmnpqrstuvwxyz'

/** Draws with a shape, from one stream of numbers. The name makes it another stream: days do not disturb each other. */
export const createChance = (seed, name) => {
  const digest = createHash('sha256').update(`${seed}/${name}`).digest()
  const random = createRandom(digest.readUInt32LE(0))
  const { next, below, pick } = random
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const weighted = (weights) => {
    const entries = Object.entries(weights)
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of entries) if ((left -= weight) < 0) return choice
    return entries.at(-1)[0]
  }
  return {
    next,
    below,
    pick,
    weighted,
    normal,
    is: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    /** Median and spread of the logarithm: most waiting times and prices look like this. */
    lognormal: (median, spread) => median * Math.exp(spread * normal()),
    poisson: (mean) => {
      if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
      let count = 0
      for (let product = next(), end = Math.exp(-mean); product > end; product *= next()) count += 1
      return count
    },
    /** Letters only: long runs of digits look like card numbers. */
    word: (length) => Array.from({ length }, () => pick(letters)).join(''),
  }
}
