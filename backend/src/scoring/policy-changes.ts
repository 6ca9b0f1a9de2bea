import { cardNames, type CardName } from '#contract/console.ts'
import type { Policy, PolicyRule } from './policy.ts'

const cardWords: Readonly<Record<CardName, string>> = { standard: '', cod: ' for cash on delivery' }

/** What is different in the later of two policies, a sentence each, for its history. */
export const policyChanges = (before: Policy, after: Policy): string[] => [
  ...planChanges(before, after),
  ...cardNames.flatMap((name) => cardChanges(name, before, after)),
  ...evidenceChanges(before, after),
  ...ruleChanges(before.rules, after.rules),
]

function planChanges(before: Policy, after: Policy): string[] {
  const changes: string[] = []
  if (before.plan !== after.plan) {
    changes.push(after.plan === 'shadow' ? 'Shadow plan: nothing acts' : 'Decisions act again')
  }
  const [was, is] = [before.control?.share ?? 0, after.control?.share ?? 0]
  if (was !== is) changes.push(is === 0 ? 'No control share' : `Control share of ${Number((is * 100).toFixed(2))} %`)
  else if (JSON.stringify(before.control) !== JSON.stringify(after.control))
    changes.push('Other amounts of the control share')
  return changes
}

function cardChanges(name: CardName, before: Policy, after: Policy): string[] {
  const [was, is] = [before.cards[name], after.cards[name]]
  const where = cardWords[name]
  const step = (label: string, from: number, to: number) =>
    from === to ? [] : [`${label}${where}: ${to} instead of ${from}`]
  return [
    ...step('Review below', was.thresholds.review, is.thresholds.review),
    ...step('Decline below', was.thresholds.decline, is.thresholds.decline),
    ...step('Start', was.base, is.base),
    ...(was.model === is.model ? [] : [`Model${where}: ${is.model ?? 'expert scorecard'}`]),
  ]
}

function evidenceChanges(before: Policy, after: Policy): string[] {
  const [wasOff, isOff] = [new Set(before.off), new Set(after.off)]
  const names = new Set([...Object.keys(before.weights), ...Object.keys(after.weights)])
  return [
    ...after.off.filter((name) => !wasOff.has(name)).map((name) => `${name} off`),
    ...before.off.filter((name) => !isOff.has(name)).map((name) => `${name} on`),
    ...[...names]
      .filter((name) => (before.weights[name] ?? 1) !== (after.weights[name] ?? 1))
      .map((name) => `${name} times ${after.weights[name] ?? 1}`),
  ]
}

function ruleChanges(before: readonly PolicyRule[], after: readonly PolicyRule[]): string[] {
  const was = new Map(before.map((rule) => [rule.id, rule]))
  const is = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((rule) => {
      const former = was.get(rule.id)
      if (!former) return [`Rule added, ${rule.state}: ${rule.name}`]
      if (former.state !== rule.state) return [`Rule ${rule.state}: ${rule.name}`]
      return JSON.stringify(former) === JSON.stringify(rule) ? [] : [`Rule changed: ${rule.name}`]
    }),
    ...before.filter(({ id }) => !is.has(id)).map(({ name }) => `Rule removed: ${name}`),
  ]
}
