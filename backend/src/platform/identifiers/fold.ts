import { letters, umlautCountries, umlauts } from './street-words.data.ts'

const replaceLetters = (text: string, table: ReadonlyMap<string, string>): string =>
  Array.from(text, (letter) => table.get(letter) ?? letter).join('')

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** Lower case without accents; in German-speaking countries umlauts are spelled out first. */
export const foldText = (text: string, country: string): string => {
  if (isAscii(text)) return text.toLowerCase()
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFC')
  const spelled = umlautCountries.has(country) ? replaceLetters(lower, umlauts) : lower
  return replaceLetters(spelled, letters).normalize('NFKD').replace(/\p{M}/gu, '')
}
