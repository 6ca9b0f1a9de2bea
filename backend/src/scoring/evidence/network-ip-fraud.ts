import { networkSignal } from '../network-signal.ts'

/** A place is shared by honest people: even confirmed fraud says little of the next order from it. */
export const networkIpFraud = networkSignal({
  kind: 'ip',
  signal: 'fraud',
  thing: 'IP address',
  basis: 'judgement: set so that no store alone moves a score by more than the published cap',
})
