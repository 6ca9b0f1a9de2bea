import type { Collection } from '../collection.ts'
import { Misuse } from '../errors.ts'
import { isPlainName } from './names.ts'

/** Columns that engines add themselves. */
const reserved = new Set(['key', 'tenant', 'id', 'removed_at', 'body', 'later', 'merchant', 'mode', 'followers'])

const problemsOf = ({
  name,
  fields,
  indexes = [],
  expires,
  ring,
  appendOnly,
  sealed,
  scope,
  later = [],
}: Collection): string[] => {
  const problems: string[] = []
  const isDeclared = (field: string) => Object.hasOwn(fields, field)
  const refuseIf = (wrong: boolean, sentence: string) => {
    if (wrong) problems.push(sentence)
  }
  refuseIf(!isPlainName(name), 'the name must be lower case letters, digits and _')
  for (const field of Object.keys(fields)) {
    refuseIf(!isPlainName(field), `field "${field}" must be lower case letters, digits and _`)
    refuseIf(reserved.has(field), `field "${field}" is a name of the engine's own`)
  }
  for (const index of indexes) {
    refuseIf(index.fields.length === 0, 'an index needs a field')
    for (const field of index.fields) refuseIf(!isDeclared(field), `index on "${field}", which is not a declared field`)
  }
  refuseIf(expires !== undefined && fields[expires] !== 'number', 'expires must name a declared number')
  refuseIf(appendOnly === true && expires !== undefined, 'what is append-only cannot expire')
  refuseIf(scope === 'network' && sealed === true, 'network documents have no key to be sealed under')
  for (const field of later) {
    refuseIf(
      isDeclared(field) || field === ring?.field,
      `"${field}" comes later, so it is neither declared nor the ring`,
    )
  }
  if (ring) {
    refuseIf(!isPlainName(ring.field) || isDeclared(ring.field), 'the ring must be a plain field outside `fields`')
    refuseIf(!ring.columns.every(isPlainName), 'the columns of a ring must be plain names')
    refuseIf(fields[ring.foldedTo] !== 'number', 'foldedTo must name a declared number')
    refuseIf(sealed === true || appendOnly === true, 'a ring is neither sealed nor append-only')
    refuseIf(!Number.isInteger(ring.keep) || ring.keep < 1, 'keep must be a whole number')
  }
  return problems
}

/** A broken declaration is found at start, before a table is made from it. */
export const checkDeclarations = (collections: readonly Collection[]): void => {
  const names = new Set<string>()
  for (const collection of collections) {
    const problems = problemsOf(collection)
    if (names.has(collection.name)) problems.push('declared twice')
    names.add(collection.name)
    if (problems.length > 0) throw new Misuse(`Collection ${collection.name}: ${problems.join('; ')}.`)
  }
}
