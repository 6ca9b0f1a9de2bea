import { judge, noExtras, type Judgement } from '../../scoring/judge.ts'
import { measure, type EvidenceValues } from '../../scoring/measure.ts'
import { defaultPolicy, type Policy } from '../../scoring/policy.ts'
import { ruleFieldsOf } from '../../scoring/rules/rule-fields.ts'
import { saysOfEvent, saysOfLabel, type Says } from '../../scoring/standing.ts'
import type { Follower } from '../../platform/documents/port.ts'
import type { CardName } from './learner.ts'
import type { InputSchema } from './input-schema.ts'
import { createKnownOutcomes } from './known-outcomes.ts'
import { createLinkedMemory } from './linked-memory.ts'
import { createMemoryStore } from './memory-store.ts'
import { createOutcomeMemory } from './outcome-memory.ts'
import type { PreparedOrder, PreparedTold } from './prepare.ts'
import type { ScoredLine } from './score-writer.ts'
import type { SpillFile } from './spill-file.ts'
import { cardOf, createTrainer } from './trainer.ts'

export interface StreamSettings {
  /** null: the expert scorecard all the way. */
  readonly trainEveryMs: number | null
  readonly maturityDays: number
  readonly schema: InputSchema
  /** Sees each order with its evidence and its verdict, as they were stored. */
  /** In force all the way where nothing is trained; left out: the expert scorecard. */
  readonly policy?: Policy
  /** Where what was not asked for lately is laid aside; none: all of it stays in memory. */
  readonly file?: SpillFile
  /** Hears what is to stay in a store, in time order. */
  readonly keep?: PastListener
  readonly onJudged?: (order: PreparedOrder, values: EvidenceValues, judgement: Judgement) => void
}

/** What happened, to be kept elsewhere than in memory. */
export interface PastListener {
  readonly order: (order: PreparedOrder, values: EvidenceValues, judgement: Judgement) => void
  readonly told: (told: PreparedTold) => void
  /** Time passed, and the order's outcome is another. */
  readonly silent: (orderRef: string, at: number) => void
  /** What people one step from a bad order were told. */
  readonly linked: (pushes: readonly Follower[], at: number) => void
}

export interface Judged {
  readonly line: ScoredLine
  readonly card: CardName
  readonly amount: number
  readonly currency: string
  readonly rival: number | null
}

type Reasons = readonly { readonly code: string; readonly points: number }[]
const topReason = (reasons: Reasons): string => reasons.find(({ points }) => points !== 0)?.code ?? ''

/** Runs a store's past through the pipeline. It knows what it was given so far, and its clock is that of the last line. */
export const createStreamRun = ({ trainEveryMs, maturityDays, schema, keep, file, ...settings }: StreamSettings) => {
  const store = createMemoryStore(schema, file)
  let policy: Policy = settings.policy ?? { ...defaultPolicy, revision: 'replay' }
  const trainer = trainEveryMs === null ? null : createTrainer(trainEveryMs, policy)
  const ends = createKnownOutcomes()
  const outcomes = createOutcomeMemory({
    ...{ maturityDays, file },
    apply: store.profiles.apply,
    changed: (known) => {
      ends.changed(known.placed.number, known.standing.outcome)
      trainer?.outcome(known)
    },
    turned: (placed, delta, now) => {
      const pushes = linkedWith(placed, delta, now)
      store.profiles.apply(pushes, now)
      keep?.linked(pushes, now)
    },
    silent: (orderRef, at) => keep?.silent(orderRef, at),
  })
  const linkedWith = createLinkedMemory({ profiles: store.profiles, profileIdsOf: outcomes.profileIdsOf })
  let orders = 0
  // Sentences are for who reads a verdict: without a store to leave it in, nobody does.
  const isRead = keep !== undefined || settings.onJudged !== undefined

  /** Time passes up to this instant: first what fell due before the training, then the training, then the rest. */
  const pass = (now: number): void => {
    const cut = trainer?.dueAt(now) ?? null
    if (trainer && cut !== null) {
      outcomes.pass(cut)
      policy = trainer.train(cut, policy)
    }
    outcomes.pass(now)
  }

  return {
    order: (prepared: PreparedOrder): Judged => {
      pass(prepared.at)
      const order = { ...prepared, identifiers: store.withOwn(prepared.facts, prepared.identifiers) }
      const { at, orderRef, orderId, facts, rival } = order
      const number = orders
      const id = `asm ${(orders += 1).toString(36)}`
      const { values } = measure(store.contextOf(order, id))
      const judgement = judge(values, policy, { ...noExtras, fields: ruleFieldsOf(facts, null) }, isRead)
      const { trust_score: trustScore, raw_score: rawScore, decision } = judgement
      const card = cardOf(facts)
      store.remember(order, id, trustScore)
      const profileIds = store.profileIdsOf(order)
      const former = outcomes.placed({ id, number, at, orderRef, cod: card === 'cod', profileIds })
      ends.placed()
      if (former !== undefined) ends.repeated(former, number)
      trainer?.scored(orderRef, { values, facts })
      settings.onJudged?.(order, values, judgement)
      keep?.order(prepared, values, judgement)
      const line = { orderId, at, trustScore, rawScore, decision, topReason: topReason(judgement.reasons) }
      return { line, card, amount: facts.amount, currency: facts.currency, rival }
    },
    /** False: nobody knows the order yet. */
    told: (told: PreparedTold): boolean => {
      pass(told.at)
      const says: Says | undefined =
        told.type === 'label' ? saysOfLabel(told.label, told.reasonCode) : saysOfEvent(told.event)
      keep?.told(told)
      return says === undefined || outcomes.told(told.orderRef, { at: told.at, says })
    },
    /** Between lines: what was not asked for lately leaves the memory. */
    rest: (): void => {
      store.rest()
      outcomes.rest()
    },
    store,
    standingOf: outcomes.standingOf,
    /** Of the order whose attempt has this number, from 0; none is read back for it. */
    outcomeOf: ends.of,
    trainings: () => trainer?.trainings() ?? [],
    policy: () => policy,
  }
}
export type StreamRun = ReturnType<typeof createStreamRun>
