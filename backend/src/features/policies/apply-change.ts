import type { PolicyChange, Thresholds } from '#contract/console.ts'
import { cardNames } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Policy } from '../../scoring/policy.ts'
import { registry } from '../../scoring/registry.ts'

const refuse = (pointer: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer, code: 'invalid', detail }] })

const names = new Set(registry.map(({ name }) => name))

type Asked = NonNullable<PolicyChange['thresholds']>

const withThresholds = (cards: Policy['cards'], asked: Asked, pointer: string): Policy['cards'] => {
  const thresholdsOf = (name: keyof Asked): Thresholds => {
    const wanted = asked[name] ?? cards[name].thresholds
    if (wanted.decline > wanted.review) throw refuse(`${pointer}/${name}`, 'Decline is at most as high as review.')
    return { review: wanted.review, decline: wanted.decline }
  }
  const [standard, cod] = cardNames.map((name) => ({ ...cards[name], thresholds: thresholdsOf(name) }))
  return { standard: standard ?? cards.standard, cod: cod ?? cards.cod }
}

const withEvidence = (policy: Policy, asked: NonNullable<PolicyChange['evidence']>, pointer: string): Policy => {
  const off = new Set(policy.off)
  const weights = new Map(Object.entries(policy.weights))
  for (const [name, { on, weight }] of Object.entries(asked)) {
    if (!names.has(name)) throw refuse(`${pointer}/${name}`, `There is no evidence ${name}.`)
    if (on === true) off.delete(name)
    if (on === false) off.add(name)
    if (weight === 1) weights.delete(name)
    else if (weight !== undefined) weights.set(name, weight)
  }
  return { ...policy, off: [...off].sort(), weights: Object.fromEntries([...weights].sort()) }
}

const controlOf = (asked: NonNullable<PolicyChange['control']>): Policy['control'] => {
  if (asked.share === 0) return null
  if (Object.keys(asked.at_most).length === 0) {
    throw refuse('/control/at_most', 'Say up to which amount, in at least one currency.')
  }
  return { share: asked.share, atMost: asked.at_most }
}

/** Pure: the policy with what is named changed. What cannot be is refused with its place below `pointer`. */
export const applyChange = (policy: Policy, change: PolicyChange, pointer = ''): Policy => {
  const { plan, control, thresholds, evidence } = change
  const planned: Policy = {
    ...policy,
    ...(plan && { plan }),
    ...(control !== undefined && { control: control && controlOf(control) }),
    ...(thresholds && { cards: withThresholds(policy.cards, thresholds, `${pointer}/thresholds`) }),
  }
  return evidence ? withEvidence(planned, evidence, `${pointer}/evidence`) : planned
}
