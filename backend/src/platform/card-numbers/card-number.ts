import { issuerRanges } from './issuer-ranges.data.ts'

const shortest = 13
const longest = 19

const digitAt = (digits: string, at: number): number => digits.charCodeAt(at) - 48

const fitsLuhn = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const doubled = (digits.length - at) % 2 === 0 ? digitAt(digits, at) * 2 : digitAt(digits, at)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** For each possible first four digits, one bit per length that a card starting so may have. */
const lengthsByStart = new Uint32Array(10_000)
for (const { from, to, lengths } of issuerRanges) {
  const width = 10 ** (4 - String(from).length)
  const bits = lengths.reduce((all, length) => all | (1 << length), 0)
  for (let start = from * width; start < (to + 1) * width; start += 1)
    lengthsByStart[start] = (lengthsByStart[start] ?? 0) | bits
}

const hasIssuer = (digits: string): boolean =>
  ((lengthsByStart[Number(digits.slice(0, 4))] ?? 0) & (1 << digits.length)) !== 0

/** The check digit of a 13-digit article number (GTIN): weights 1 and 3, where cards use 1 and 2. */
const isArticleNumber = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) sum += digitAt(digits, at) * (at % 2 === 0 ? 1 : 3)
  return digits.length === 13 && sum % 10 === 0
}

const isCard = (digits: string): boolean => hasIssuer(digits) && fitsLuhn(digits) && !isArticleNumber(digits)

/** Digit groups that stand together: what is written between the groups of one card number, and nothing more. */
const between = /^[\s.\u00ad\u200b-\u200d\u2010-\u2015\u2060-]{1,3}$/

/** Digits of a run and the places where its groups begin and end; a card number does not start inside a group. */
interface Run {
  readonly digits: string
  readonly starts: readonly number[]
  readonly ends: ReadonlySet<number>
}

function* runsIn(text: string): Generator<Run> {
  let digits = ''
  let starts: number[] = []
  let ends = new Set<number>()
  let reached = 0
  for (const { 0: group, index } of text.matchAll(/\d+/g)) {
    const gap = text.slice(reached, Math.min(index, reached + 4))
    if (digits !== '' && !between.test(gap)) {
      yield { digits, starts, ends }
      digits = ''
      starts = []
      ends = new Set()
    }
    starts.push(digits.length)
    digits += group
    ends.add(digits.length)
    reached = index + group.length
  }
  yield { digits, starts, ends }
}

const runHoldsCard = ({ digits, starts, ends }: Run): boolean =>
  digits.length >= shortest &&
  starts.some((start) => {
    for (let length = shortest; length <= longest; length += 1)
      if (ends.has(start + length) && isCard(digits.slice(start, start + length))) return true
    return false
  })

/** Digests and UUIDs have long runs of digits by chance: one SHA-256 in 2,000 would be refused. */
const isHex = (text: string): boolean => /^[0-9a-f-]{32,64}$/i.test(text) && /[a-f]/i.test(text)

/** Zeros of the decimal scripts that NFKC leaves as they are: Arabic, Persian, Devanagari, Bengali, Thai. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]

const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((first) => code >= first && code <= first + 9)
  return zero === undefined ? digit : String(code - zero)
}

const beyondAscii = /[^\x00-\x7f]/

const inAscii = (text: string): string =>
  beyondAscii.test(text) ? text.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit) : text

/** Up to 15 digits after a plus are a telephone number (E.164). */
const isDialled = (text: string): boolean => /^\s*\+/.test(text) && text.replace(/\D/g, '').length <= 15

/** Most texts end here, at the price of looking at each character once: no 13 digits with little between them. */
const mayHoldCard = (text: string): boolean => {
  let digits = 0
  let others = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isDigit = (code >= 48 && code <= 57) || code > 127 // or one of another script
    others = isDigit ? 0 : others + 1
    digits = isDigit ? digits + 1 : others > 3 ? 0 : digits
    if (digits >= shortest) return true
  }
  return false
}

/** A text with a payment card number in it: 13 to 19 digits, alone or in groups, with an issuer's start and a Luhn check. */
export const holdsCardNumber = (given: string): boolean => {
  if (given.length < shortest || !mayHoldCard(given)) return false
  const text = inAscii(given)
  if (isHex(text) || isDialled(text)) return false
  for (const run of runsIn(text)) if (runHoldsCard(run)) return true
  return false
}
