import type { Follower } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import type { InputSchema } from './input-schema.ts'

const carrier: Identifiers = { account: { id: 'own', hint: null, flagged: false } }

/** The push that any identifier of the order gets, for these profiles. */
export const pushesTo = (
  profileIds: readonly string[],
  pushesOf: (identifiers: Identifiers) => readonly Follower[],
): readonly Follower[] => {
  const [push] = profileIds.length === 0 ? [] : pushesOf(carrier)
  return push && 'touch' in push ? profileIds.map((id) => ({ ...push, id })) : []
}

/** More than any list of choices has; fewer than there are of anything that is somebody's own. */
const manyValues = 300
const watched = 3_000
/** Of the values seen at that point: less often twice is a text of its own each time, and names nothing. */
const leastRepeated = 0.05

interface Watch {
  readonly seen: Set<string>
  repeats: number
  verdict: 'watching' | 'identifier' | 'other'
}

/**
 * Which custom inputs of an order are identifiers though nobody declared them: texts that take hundreds of values and
 * come again. Found from the past alone, as everything else.
 */
export const createOwnIdentifiers = ({ kinds }: InputSchema) => {
  const watches = new Map<string, Watch>()

  const watch = (name: string, value: string): boolean => {
    const known = watches.get(name) ?? { seen: new Set<string>(), repeats: 0, verdict: 'watching' }
    watches.set(name, known)
    if (known.verdict !== 'watching') return known.verdict === 'identifier'
    if (known.seen.has(value)) known.repeats += 1
    known.seen.add(value)
    const { size } = known.seen
    if (size >= manyValues && known.repeats >= leastRepeated * size) known.verdict = 'identifier'
    else if (size >= watched) known.verdict = 'other'
    if (known.verdict !== 'watching') known.seen.clear()
    return known.verdict === 'identifier'
  }

  return (facts: OrderFacts, identifiers: Identifiers): Identifiers => {
    const found = Object.entries(facts.custom).filter(
      (input): input is [string, string] =>
        typeof input[1] === 'string' && kinds[input[0]] === undefined && watch(input[0], input[1]),
    )
    return found.length === 0
      ? identifiers
      : { ...identifiers, own: { ...identifiers.own, ...Object.fromEntries(found) } }
  }
}
