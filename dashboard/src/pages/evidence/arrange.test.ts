import type { EvidenceEntry, EvidenceStatistic } from '#contract/console.ts'
import { arrange, type Sort } from './arrange.ts'

const entry = (name: string, more: Partial<EvidenceEntry> = {}) =>
  ({ name, title: `Title ${name}`, family: 'f', on: true, weight: 1, ...more }) as EvidenceEntry
const entries = [entry('a', { family: 'z' }), entry('b', { weight: 2 }), entry('c')]
const statistics = new Map([
  ['b', { separation: 0.6, against: 0.1, for: 0 } as EvidenceStatistic],
  ['c', { separation: 0.55, against: 0.2, for: 0.3 } as EvidenceStatistic],
])

test.each<[Sort, string]>([
  ['separates', 'b c a'],
  ['fires', 'c b a'],
  ['family', 'b c a'],
  ['changed', 'b a c'],
])('sorted as %s: %s', (sort, names) =>
  expect(
    arrange(entries, statistics, sort, '')
      .map(({ name }) => name)
      .join(' '),
  ).toBe(names),
)

test('what is sought may be in title or family', () =>
  expect(arrange(entries, statistics, 'family', ' Z ').map(({ name }) => name)).toEqual(['a']))
