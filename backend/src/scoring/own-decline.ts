import type { Judgement } from './judge.ts'

/**
 * Whether the store declined by its own judgement. What it declined with the network's help is no news to the network:
 * otherwise one store's guess would come back from all the others as proof.
 */
export const isOwnDecline = ({
  decision,
  decided_by: by,
  reasons,
}: Pick<Judgement, 'decision' | 'decided_by' | 'reasons'>): boolean =>
  decision === 'decline' &&
  (by.type !== 'score' || !reasons.some(({ scope, points }) => scope === 'network' && points < 0))
