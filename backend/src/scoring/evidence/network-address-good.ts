import { networkSignal } from '../network-signal.ts'

/** Good orders elsewhere are cheap to make for a patient thief: they give little. */
export const networkAddressGood = networkSignal({
  kind: 'address',
  signal: 'good',
  thing: 'address',
  basis: 'judgement: cheap to fake, so worth little; the cap on one store holds it low',
})
