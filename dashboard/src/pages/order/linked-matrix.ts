import type { LinkedOrder } from '#contract/console.ts'

/** The thread of a column runs from its first to its last "A": where the same value stands again. */
export interface Thread {
  readonly first: number
  readonly last: number
}

export const threadsOf = (kinds: readonly string[], orders: readonly LinkedOrder[]): ReadonlyMap<string, Thread> => {
  const threads = new Map<string, Thread>()
  for (const kind of kinds) {
    const rows = orders.flatMap(({ letters }, row) => (letters[kind] === 'A' ? [row] : []))
    const [first] = rows
    const last = rows.at(-1)
    if (first !== undefined && last !== undefined && last > first) threads.set(kind, { first, last })
  }
  return threads
}

export const threadClass = (thread: Thread | undefined, row: number): string => {
  if (!thread || row < thread.first || row > thread.last) return 'cell'
  return ['cell thread', row === thread.first ? 'first' : '', row === thread.last ? 'last' : '']
    .filter(Boolean)
    .join(' ')
}
