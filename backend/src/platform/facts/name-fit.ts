import { foldText } from '../identifiers/fold.ts'

const wordsOf = (name: string, country: string): readonly string[] =>
  (foldText(name.slice(0, 200), country).match(/[a-z]+/g) ?? []).filter((word) => word.length >= 2)

/** Both spellings of umlauts: Müller writes mueller@ and muller@. */
const spellings = (name: string): readonly (readonly string[])[] => [wordsOf(name, ''), wordsOf(name, 'DE')]

const isIn = (local: string, words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length >= 3)
  const initials = words.map((word) => word.charAt(0)).join('')
  // A short name like Li Wu stands whole, or the initials are all there is.
  return long.some((word) => local.includes(word)) || local.includes(words.join('')) || local === initials
}

/** Whether the local part holds a part of the name. null where it cannot be told: names in other scripts. */
export const fitsName = (local: string, name: string): boolean | null => {
  const letters = foldText(local, '').replace(/[^a-z]/g, '')
  const names = spellings(name).filter((words) => words.length > 0)
  if (names.length === 0 || letters === '') return null
  return names.some((words) => isIn(letters, words))
}
