import type { LearnedInputs } from './learned-inputs.ts'
import { roundPoints } from './families.ts'
import { binOf, correctionOf, type ScoreTables } from './learning/tables.ts'
import { sentimentOf, type Line } from './reasons.ts'

/** What only a store's own orders can teach: its custom inputs have no expert points, so without a model they say nothing. */
export function customLines(
  custom: LearnedInputs | undefined,
  tables: ScoreTables | null,
): { readonly lines: readonly Line[]; readonly exact: number } {
  const lines: Line[] = []
  let exact = 0
  // Orders of before there were custom inputs, or stored without them, are none that lack them.
  if (!custom || !tables) return { lines, exact }
  for (const [name, table] of Object.entries(tables.custom)) {
    const value = Object.hasOwn(custom, name) ? (custom[name] ?? null) : null
    const worth = tables.scale * correctionOf(table, value)
    exact += worth
    const points = roundPoints(worth)
    if (points !== 0) lines.push(lineOf(name, value, { points, isKnown: value !== null && binOf(table, value) !== -1 }))
  }
  return { lines, exact }
}

/** Facts of the order itself have a dot in their name, which custom inputs cannot have. */
const isOurs = (name: string): boolean => name.includes('.')

/** `CUSTOM_LOYALTY_TIER` */
const prefix = 'CUSTOM_'
const codeOf = (name: string): string => prefix + name.toUpperCase().replaceAll('.', '_')

/** The input that a code stands for; undefined: another kind of code. */
export const inputOfCode = (code: string): string | undefined =>
  code.startsWith(prefix) ? code.slice(prefix.length).toLowerCase() : undefined

function lineOf(name: string, value: LearnedInputs[string] | null, seen: { points: number; isKnown: boolean }): Line {
  const { points, isKnown } = seen
  const text = isKnown
    ? `${name} is one that ${points < 0 ? 'bad' : 'good'} orders had more often here`
    : `No ${name} was sent`
  return {
    family: `custom.${name}`,
    reason: {
      code: codeOf(name),
      points,
      sentiment: sentimentOf(points),
      scope: 'store',
      // Texts are kept as keyed hashes, which tell a reader nothing.
      value: typeof value === 'string' && !isOurs(name) ? null : value,
      text: text.length <= 70 ? text : `A custom input that ${points < 0 ? 'bad' : 'good'} orders had more often here`,
    },
  }
}
