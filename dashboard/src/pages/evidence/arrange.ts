import type { EvidenceEntry, EvidenceStatistic } from '#contract/console.ts'

export const sortWord = {
  separates: 'separates most',
  fires: 'fires most',
  family: 'by family',
  changed: 'changed by you first',
} as const
export type Sort = keyof typeof sortWord
export const isSort = (text: string | undefined): text is Sort => text !== undefined && Object.hasOwn(sortWord, text)

type Statistics = ReadonlyMap<string, EvidenceStatistic>

const weightOf = (entry: EvidenceEntry, statistics: Statistics, sort: Sort): number => {
  const found = statistics.get(entry.name)
  if (sort === 'separates') return found?.separation ?? 0
  if (sort === 'fires') return (found?.against ?? 0) + (found?.for ?? 0)
  return sort === 'changed' && (!entry.on || entry.weight !== 1) ? 1 : 0
}

/** Those whose title or family holds what is sought; equal ones stay in the order of the registry. */
export const arrange = (
  entries: readonly EvidenceEntry[],
  statistics: Statistics,
  sort: Sort,
  sought: string,
): readonly EvidenceEntry[] => {
  const low = sought.trim().toLowerCase()
  const found = entries.filter(({ title, family, name }) =>
    [title, family, name].some((text) => text.toLowerCase().includes(low)),
  )
  if (sort === 'family') return found.toSorted((a, b) => a.family.localeCompare(b.family))
  return found.toSorted((a, b) => weightOf(b, statistics, sort) - weightOf(a, statistics, sort))
}
