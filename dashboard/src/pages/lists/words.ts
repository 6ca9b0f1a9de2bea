import type { ListItem, ListKind, ListName } from '#contract/lists.ts'
import { kindWord } from '../../parts/kinds.ts'

export const listWord: Record<ListName, string> = { allow: 'Allow', block: 'Block', watch: 'Watch' }
export const listSays: Record<ListName, string> = {
  allow: 'Its orders are approved, whatever the score.',
  block: 'Its orders are declined.',
  watch: 'Said among the reasons; it decides nothing.',
}
export const listOrder: readonly ListName[] = ['block', 'allow', 'watch']

export const kindHelp: Partial<Record<ListKind, string>> = {
  email: 'As the customer writes it. Dots and tags are evened out.',
  email_domain: 'The part after the @.',
  phone: 'With its country code, such as +49 151 2345678.',
  card: 'The token your payment provider gives, never a card number.',
  account: 'The number of the customer in your store.',
  address: 'Street and number; the rest below.',
}

const isWord = <Word extends string>(text: string, words: Readonly<Record<Word, unknown>>): text is Word =>
  Object.hasOwn(words, text)
export const isList = (text: string | undefined): text is ListName => text !== undefined && isWord(text, listWord)
export const isKind = (text: string | undefined): text is ListKind => text !== undefined && isWord(text, kindWord)

/** The keyed reference is long; its last characters tell two items apart. */
export const shortRef = ({ ref }: Pick<ListItem, 'ref'>): string => ref.slice(-4)
