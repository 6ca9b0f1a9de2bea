import type { AgentFacts, IpFacts, OrderFacts } from '../context.ts'

/** What a rule may ask of an order beside its evidence. Kept with the order, so that a verdict can be replayed. */
export interface RuleFields {
  readonly order: OrderFacts
  /** Of the shopper: as the order said, or else the session. */
  readonly ip: IpFacts | null
  readonly agent: AgentFacts | null
}

interface Seen {
  readonly ip: IpFacts | null
  readonly agent: AgentFacts | null
}

/** `session` is what the shopper's browser showed, where there is any. */
export const ruleFieldsOf = (order: OrderFacts, session: Seen | null): RuleFields => ({
  order,
  ip: order.ip ?? session?.ip ?? null,
  agent: order.agent ?? session?.agent ?? null,
})
