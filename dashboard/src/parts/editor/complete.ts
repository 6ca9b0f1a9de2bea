/** A name that an expression may use. */
export interface KnownName {
  readonly name: string
  readonly type: string
  readonly what: string
  /** What it is in the latest order, where that may be shown. */
  readonly now?: string | undefined
}

export interface Completion {
  /** Where the word at the caret begins. */
  readonly from: number
  readonly typed: string
  readonly names: readonly KnownName[]
  /** How many fit, of which `names` are the first. */
  readonly fitting: number
}

const shownAtMost = 8
const wordBefore = /[A-Za-z_][\w.]*$/

const isInText = (before: string): boolean => {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const open = line.replaceAll(/\\./g, '').replaceAll(/"[^"]*"|'[^']*'/g, '')
  return /["']/.test(open) || open.includes('//')
}

/** First those that begin with what was typed, then those that hold it. A name written in full needs no list. */
const fitting = (names: readonly KnownName[], typed: string): readonly KnownName[] => {
  const sought = typed.toLowerCase()
  const begins = names.filter(({ name }) => name.toLowerCase().startsWith(sought))
  const holds = names.filter(({ name, what }) => {
    const low = name.toLowerCase()
    return !low.startsWith(sought) && (low.includes(sought) || what.toLowerCase().includes(sought))
  })
  return [...begins, ...holds]
}

/** What could stand at the caret. `asked`: the reader wants the list although nothing was typed. */
export const completionAt = (
  text: string,
  caret: number,
  names: readonly KnownName[],
  asked = false,
): Completion | null => {
  const before = text.slice(0, caret)
  const typed = wordBefore.exec(before)?.[0] ?? ''
  if (typed === '' && !asked) return null
  if (isInText(before)) return null
  const found = fitting(names, typed)
  const isWhole = found.length === 1 && found[0]?.name === typed
  if (found.length === 0 || isWhole) return null
  return { from: caret - typed.length, typed, names: found.slice(0, shownAtMost), fitting: found.length }
}

/** The rest of a word behind the caret is replaced with it. */
export const take = (
  text: string,
  caret: number,
  { from }: Completion,
  name: string,
): { readonly text: string; readonly caret: number } => {
  const after = text.slice(caret).replace(/^[\w.]+/, '')
  return { text: `${text.slice(0, from)}${name}${after}`, caret: from + name.length }
}

/** Line and column, both from 1, of a place in the text. */
export const placeOf = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
