import { networkSignal } from '../network-signal.ts'

/** One store may be mistaken or lie; three that do not know each other seldom are. */
export const networkPhoneFraud = networkSignal({
  kind: 'phone',
  signal: 'fraud',
  thing: 'phone',
  basis: 'judgement: set so that no store alone moves a score by more than the published cap',
})
