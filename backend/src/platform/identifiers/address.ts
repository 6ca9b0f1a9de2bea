import { foldText } from './fold.ts'
import { asGiven, normalised, type Normalised } from './normalised.ts'
import { numberWords, streetEndings, streetWords } from './street-words.data.ts'

export interface PostalAddress {
  readonly address?: string | undefined
  readonly address_2?: string | undefined
  readonly city?: string | undefined
  readonly postal?: string | undefined
  readonly country?: string | undefined
}

const shortened = (word: string): string => {
  const known = streetWords.get(word)
  if (known) return known
  const ending = streetEndings.find(([long]) => word.endsWith(long))
  return ending ? word.slice(0, -ending[0].length) + ending[1] : word
}

/** `12 a` and `12a` are one house; in `12 E Main St` the letter is a direction. */
const joinHouseLetters = (words: readonly string[]): readonly string[] =>
  words.reduce<string[]>((joined, word, at) => {
    const before = joined.at(-1)
    const isHouse = before !== undefined && /^\d+$/.test(before)
    const isLetter = /^[a-z]$/.test(word) && (at === words.length - 1 || !streetWords.has(word))
    return isHouse && isLetter ? [...joined.slice(0, -1), before + word] : [...joined, word]
  }, [])

const foldStreet = (text: string, country: string): string => {
  const words = foldText(text, country).match(/[\p{L}\p{N}]+/gu) ?? []
  return joinHouseLetters(words.filter((word) => !numberWords.has(word)))
    .map(shortened)
    .join(' ')
}

const foldPostal = (text: string, country: string): string => {
  const folded = foldText(text, '').toUpperCase()
  const withoutCountry = folded.replace(/^\s*[A-Z]{1,3}\s*-\s*(?=\d)/, '')
  const plain = withoutCountry.replace(/[^\p{L}\p{N}]/gu, '')
  return country === 'US' ? plain.slice(0, 5) : plain
}

/**
 * `country|postal code|street`; without a postal code the city stands in its place. City and region are otherwise left
 * out: the code says it, and Munich is also München.
 */
export const normaliseAddress = (given: PostalAddress): Normalised => {
  const country = (given.country ?? '').trim().toUpperCase()
  const lines = [given.address, given.address_2].filter((line) => line !== undefined)
  const street = foldStreet(lines.join(' '), country)
  const area = foldPostal(given.postal ?? '', country) || foldStreet(given.city ?? '', country)
  if (street === '' || area === '') return asGiven([...lines, given.city, given.postal, given.country].join('\n'))
  return normalised(`${country}|${area}|${street}`)
}
