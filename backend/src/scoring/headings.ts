import type { ReasonScope } from '#contract/assessment.ts'
import { inputOfCode } from './custom-lines.ts'
import { codesOf } from './evidence.ts'
import { registry } from './registry.ts'

/** What a reason code stands for in a sum over orders, where the sentence of one order would be wrong. */
export interface Heading {
  readonly title: string
  readonly scope: ReasonScope
}

const headings: ReadonlyMap<string, Heading> = new Map<string, Heading>([
  ...registry.flatMap((evidence) =>
    codesOf(evidence).map(([code, title]) => [code, { title, scope: evidence.scope }] as const),
  ),
  ['DEVICE_ALONE', { title: 'Nothing but the device against the order', scope: 'device' }],
  ['LIST_ALLOW', { title: 'On the allow list', scope: 'store' }],
  ['LIST_BLOCK', { title: 'On the block list', scope: 'store' }],
  ['LIST_WATCH', { title: 'On the watch list', scope: 'store' }],
  ['RULE_POINTS', { title: 'Points of a rule', scope: 'store' }],
  ['RULE_DECIDED', { title: 'Decided by a rule', scope: 'store' }],
  ['RULE_FAILED', { title: 'A rule that could not be computed', scope: 'store' }],
  ['TEST_MAGIC', { title: 'Test e-mail address', scope: 'order' }],
])

/** Undefined for a code that this engine does not know, as a later one may have stored. */
export const headingOf = (code: string): Heading | undefined => {
  const input = inputOfCode(code)
  return headings.get(code) ?? (input === undefined ? undefined : { title: `Learned here: ${input}`, scope: 'store' })
}
