import { namePairs } from './consonants.data.ts'

/** Shorter ones say too little: initials and abbreviations are people's habits. */
const fewestLetters = 8
/** Odd pairs of consonants per letter; random letters have one in five, names next to none. Initials make one or two. */
const oddShare = 0.2
const fewestOdd = 3
/** Or fewer of them within so many consonants in a row. Hschmidt has five, and no odd pair. */
const longRun = 5
const fewestOddInRun = 2
/** Letters and digits taking turns: k3x9p2. A year or a number at the end is one change. */
const mostSwitches = 4

const consonantPair = /^[bcdfghjklmnpqrstvwxz]{2}$/

const consonantRun = new RegExp(`[bcdfghjklmnpqrstvwxz]{${longRun}}`)

const oddPairs = (word: string): number => {
  let odd = 0
  for (let at = 0; at + 1 < word.length; at += 1) {
    const pair = word.slice(at, at + 2)
    if (consonantPair.test(pair) && !namePairs.has(pair)) odd += 1
  }
  return odd
}

const switchesIn = (text: string): number => (text.match(/[a-z](?=\d)|\d(?=[a-z])/g) ?? []).length

/**
 * Whether the Latin letters of a local part look like keys pressed at random. Finds about 60 % of ten random letters and 80 %
 * of sixteen, and none of the names in the test: a hint, not a verdict. Other scripts are never judged.
 */
export const looksRandom = (local: string): boolean => {
  const text = local.slice(0, 64).toLowerCase()
  if (!/^[a-z0-9._+-]+$/.test(text)) return false
  if (switchesIn(text) >= mostSwitches) return true
  const words = text.match(/[a-z]+/g) ?? []
  const letters = words.join('').length
  const odd = words.reduce((sum, word) => sum + oddPairs(word), 0)
  if (letters < fewestLetters) return false
  const hasLongRun = words.some((word) => consonantRun.test(word))
  return (odd >= fewestOdd && odd / letters >= oddShare) || (odd >= fewestOddInRun && hasLongRun)
}
