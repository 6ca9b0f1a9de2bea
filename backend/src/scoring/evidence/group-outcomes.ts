import { confirmedPoints } from '../confirmed-outcomes.ts'
import { bits } from '../evidence.ts'
import { fraudBits, oddsSentence } from '../odds.ts'

/** All orders that share an e-mail, account, card or phone with this one, each once; crowds are left out. */
export const groupOutcomes = bits({
  name: 'group.outcomes',
  code: 'GROUP_OUTCOMES_BAD',
  goodCode: 'GROUP_OUTCOMES_GOOD',
  title: 'Bad outcomes of linked orders',
  goodTitle: 'Good outcomes of linked orders',
  family: 'outcomes',
  scope: 'store',
  direction: 'more-is-worse',
  basis:
    '6 points per doubling of the odds that outcomes leave (ADR 16), against 1 % worth 2 orders, fading by half in two years',
  missing: 'no e-mail, account, card or phone was sent, or their history could not be read',
  points: confirmedPoints,
  read: (_context, past) => {
    const group = past.group()
    return group === null ? null : fraudBits(group.bad, group.good, 2)
  },
  say: (value) => oddsSentence('Outcomes of linked orders', value),
})
