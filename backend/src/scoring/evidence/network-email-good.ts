import { networkSignal } from '../network-signal.ts'

/** Good orders elsewhere are cheap to make for a patient thief: they give little. */
export const networkEmailGood = networkSignal({
  kind: 'email',
  signal: 'good',
  thing: 'e-mail',
  basis: 'judgement: cheap to fake, so worth little; the cap on one store holds it low',
})
