import { inputs } from './vocabulary.ts'

/** Edits between two words, a swap of neighbours counting once; stops counting beyond `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

const nearest = (word: string, known: readonly string[], most: number): string | null => {
  const ranked = known
    .map((name) => ({ name, distance: editDistance(word, name, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  return ranked[0]?.name ?? null
}

const names = [...inputs.keys()]
const memberOf = (name: string) => name.slice(name.indexOf('.') + 1)

/** The name that was meant: nearly typed right, or right but for its group. */
export function suggestName(word: string): string | null {
  const member = memberOf(word)
  const sameMember = names.filter((name) => memberOf(name) === member)
  if (sameMember.length > 0) return nearest(word, sameMember, word.length)
  return nearest(word, names, Math.max(1, Math.floor(word.length / 4)))
}

const words: Readonly<Record<string, string>> = {
  '=': '==',
  and: '&&',
  or: '||',
  not: '!',
  '<>': '!=',
  '&': '&&',
  '|': '||',
}

/** What CEL writes for the word at a place where it could not be read. */
export function suggestOperator(text: string, at: number): string | null {
  const word = /^(?:<>|=|&|\||\w+)/.exec(text.slice(at))?.[0] ?? ''
  const before = /\w+$/.exec(text.slice(0, at))?.[0] ?? ''
  return words[word.toLowerCase()] ?? words[(before + word).toLowerCase()] ?? null
}
