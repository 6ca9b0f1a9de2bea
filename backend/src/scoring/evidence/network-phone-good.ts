import { networkSignal } from '../network-signal.ts'

/** Good orders elsewhere are cheap to make for a patient thief: they give little. */
export const networkPhoneGood = networkSignal({
  kind: 'phone',
  signal: 'good',
  thing: 'phone',
  basis: 'judgement: cheap to fake, so worth little; the cap on one store holds it low',
})
