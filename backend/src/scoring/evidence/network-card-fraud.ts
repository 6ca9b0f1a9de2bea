import { networkSignal } from '../network-signal.ts'

/** One store may be mistaken or lie; three that do not know each other seldom are. */
export const networkCardFraud = networkSignal({
  kind: 'card',
  signal: 'fraud',
  thing: 'card',
  basis: 'judgement: set so that no store alone moves a score by more than the published cap',
})
