import { networkSignal } from '../network-signal.ts'

/** A decline is another store's guess. What it declined because of the network does not come back as news. */
export const networkEmailDeclined = networkSignal({
  kind: 'email',
  signal: 'declined',
  thing: 'e-mail',
  basis: 'judgement: a decline elsewhere is a guess; the cap on one store holds it low',
})
