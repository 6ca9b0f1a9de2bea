const dayMs = 86_400_000

const after = (at, days, label, more = {}) => ({ at: at + Math.round(days * dayMs), label, ...more })

/** A chargeback takes weeks. */
const chargebackDays = (chance) => Math.min(120, Math.max(6, chance.lognormal(28, 0.55)))

const ofFraud = (chance, at) => {
  if (chance.is(0.1)) return [] // nobody ever notices
  if (chance.is(0.3)) return [after(at, chance.between(0.3, 7), 'fraud')]
  return [after(at, chargebackDays(chance), 'chargeback', { reason_code: 'fraudulent' })]
}

const ofGood = (chance, at) => {
  const luck = chance.next()
  if (luck < 0.02) return [after(at, chance.between(0.1, 2), 'not_fraud')]
  if (luck < 0.0225) return [after(at, chance.between(0.1, 3), 'suspected_fraud')]
  if (luck < 0.0235) {
    const days = chance.between(0.5, 4)
    return [after(at, days, 'fraud'), after(at, days + chance.between(1, 6), 'not_fraud')]
  }
  if (luck < 0.0255) return [after(at, chargebackDays(chance), 'chargeback', { reason_code: 'product_not_received' })]
  return []
}

/** What a store tells of an order and when; mostly nothing. Refusals come back with the parcel. */
const realistic = (chance, at, truth) => {
  if (truth === 'good') return ofGood(chance, at)
  if (truth === 'refusal') return [after(at, chance.between(3, 14), 'refused_delivery')]
  if (truth === 'friendly') return [after(at, chance.between(25, 90), 'chargeback', { reason_code: 'fraudulent' })]
  return ofFraud(chance, at)
}

const badLabel = (truth) => (truth === 'refusal' ? 'refused_delivery' : 'fraud')

export const labelPlans = {
  realistic,
  /** Every outcome exactly a week later: for measuring, no store is so lucky. */
  'seven-days': (_chance, at, truth) => [after(at, 7, truth === 'good' ? 'not_fraud' : badLabel(truth))],
  /** The same, and nobody says that an order was good. */
  'only-bad': (_chance, at, truth) => (truth === 'good' ? [] : [after(at, 7, badLabel(truth))]),
  none: () => [],
}
