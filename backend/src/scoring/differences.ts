/** One place where two JSON values differ, by RFC 6901 pointer; undefined where one has nothing there. */
export interface Difference {
  readonly pointer: string
  readonly stored: unknown
  readonly replayed: unknown
}

export function differencesBetween(stored: unknown, replayed: unknown, pointer = ''): Difference[] {
  if (stored === replayed) return []
  if (!isBranch(stored) || !isBranch(replayed) || Array.isArray(stored) !== Array.isArray(replayed)) {
    return [{ pointer, stored, replayed }]
  }
  const keys = new Set([...Object.keys(stored), ...Object.keys(replayed)])
  return [...keys].flatMap((key) => differencesBetween(stored[key], replayed[key], `${pointer}/${escaped(key)}`))
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
