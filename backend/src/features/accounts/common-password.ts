import { createHash } from 'node:crypto'
import { commonPasswordDigests } from './common-passwords.data.ts'

const bytesEach = 5

/** Sorted hex heads in a set: read once, asked in no time. */
const known: ReadonlySet<string> = (() => {
  const bytes = Buffer.from(commonPasswordDigests, 'base64')
  const heads = new Set<string>()
  for (let at = 0; at < bytes.length; at += bytesEach) heads.add(bytes.toString('hex', at, at + bytesEach))
  return heads
})()

const isListed = (text: string): boolean =>
  known.has(
    createHash('sha256')
      .update(text)
      .digest('hex')
      .slice(0, 2 * bytesEach),
  )

/** Letters that people write as signs: p4ssw0rd. */
const written: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' },
}
const spelled = (text: string): string => text.replace(/[013457@$!]/g, (sign) => written[sign] ?? sign)

/** Without what is put before or after a word: a year, an exclamation mark. */
const stem = (text: string): string => text.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '')

/** On the list as it stands, or a listed word with signs around it or instead of letters. */
export const isCommonPassword = (password: string): boolean => {
  const lower = password.toLowerCase()
  return [lower, stem(lower), spelled(stem(lower)), stem(spelled(lower))].some(isListed)
}

/** What the product is called and what it is about: the first thing that whoever guesses for this very page adds a year to. */
const ownWords = [
  'goodfaith',
  'trust',
  'fraud',
  'antifraud',
  'score',
  'scoring',
  'owner',
  'admin',
  'approver',
  'viewer',
  'operator',
]

/** Nothing but our own words, numbers and signs: `Goodfaith-2026!`, `trustscore1`, `4dm1n.fraud`. */
export const isAboutUs = (password: string): boolean => {
  const letters = (text: string): string => text.replace(/[^a-z]/g, '')
  const lower = password.toLowerCase()
  return [letters(lower), letters(spelled(lower.replace(/[^a-z@$]+$/, '')))].some((text) => {
    let rest = text
    for (const word of ownWords) rest = rest.replaceAll(word, '')
    return text !== '' && rest === ''
  })
}
