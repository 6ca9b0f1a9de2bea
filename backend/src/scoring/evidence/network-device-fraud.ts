import { networkSignal } from '../network-signal.ts'

/** Identical phones look alike across stores: a hint, never a decline by itself. */
export const networkDeviceFraud = networkSignal({
  kind: 'device',
  signal: 'fraud',
  thing: 'device',
  basis: 'judgement: set so that no store alone moves a score by more than the published cap',
})
