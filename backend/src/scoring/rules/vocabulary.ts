import type { Vocabulary, VocabularyName } from '#contract/console.ts'
import { isWhole, type Evidence } from '../evidence.ts'
import { registry } from '../registry.ts'
import { fields, type Field } from './fields.data.ts'
import { functions, operators } from './functions.data.ts'

/** A name that rules may read, and where its value is found. */
export type Input =
  | { readonly name: string; readonly type: Field['type']; readonly evidence: number }
  | { readonly name: string; readonly type: Field['type']; readonly field: Field }
  | { readonly name: string; readonly type: 'list<string>'; readonly list: true }

const typeOf = (evidence: Evidence): Field['type'] => {
  switch (evidence.type) {
    case 'number':
      return isWhole(evidence) ? 'int' : 'double'
    case 'flag':
      return 'bool'
    case 'choice':
      return 'string'
  }
}

const watched = { name: 'lists.watch', type: 'list<string>', list: true } as const

/** By name. Of an evidence and a field of one name, the evidence. */
export const inputs: ReadonlyMap<string, Input> = new Map<string, Input>([
  ...fields.map((field) => [field.name, { name: field.name, type: field.type, field }] as const),
  [watched.name, watched],
  ...registry.map((evidence, index): [string, Input] => [
    evidence.name,
    { name: evidence.name, type: typeOf(evidence), evidence: index },
  ]),
])

/** e.g. device -> device.emails_24h, device.orders_7d, ... */
export const namespaces: ReadonlyMap<string, readonly Input[]> = groupedBy([...inputs.values()], ({ name }) =>
  name.slice(0, name.indexOf('.')),
)

function groupedBy(all: readonly Input[], keyOf: (input: Input) => string): Map<string, Input[]> {
  const groups = new Map<string, Input[]>()
  for (const input of all) groups.set(keyOf(input), [...(groups.get(keyOf(input)) ?? []), input])
  return groups
}

const adaptEvidence = (evidence: Evidence): VocabularyName => ({
  name: evidence.name,
  type: typeOf(evidence),
  source: 'evidence',
  title: evidence.title,
  unit: evidence.type === 'number' ? evidence.unit : null,
  choices: evidence.type === 'choice' ? Object.keys(evidence.points) : null,
  missing: evidence.missing,
})

const adaptField = ({ name, type, title, unit, choices }: Field): VocabularyName => ({
  name,
  type,
  source: 'field',
  title,
  unit: unit ?? null,
  choices: choices ? [...choices] : null,
  missing: 'it was not sent, or could not be read',
})

const adaptWatched: VocabularyName = {
  name: watched.name,
  type: 'list<string>',
  source: 'list',
  title: 'Kinds of identifier that stand on the watch list, as "email" in lists.watch',
  unit: null,
  choices: null,
  missing: null,
}

/** Names by alphabet, with everything that completion and the documentation show. */
export const vocabulary: Vocabulary = {
  names: [
    ...registry.map(adaptEvidence),
    ...fields.filter(({ name }) => 'field' in (inputs.get(name) ?? {})).map(adaptField),
    adaptWatched,
  ].sort((a, b) => (a.name < b.name ? -1 : 1)),
  functions: functions.map((offered) => ({ ...offered })),
  operators: operators.map((offered) => ({ ...offered })),
}
