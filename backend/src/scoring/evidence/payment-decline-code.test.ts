import { tableOf } from '../testing/evidence-table.ts'
import { paymentDeclineCode } from './payment-decline-code.ts'

tableOf(paymentDeclineCode, [
  [
    'stolen',
    { order: { declineCode: 'stolen_card' } },
    'lost_or_stolen',
    -26,
    'The bank reports the card as lost, stolen or blocked',
  ],
  ['stolen, by number', { order: { declineCode: '43' } }, 'lost_or_stolen', -26],
  [
    'wrong details',
    { order: { declineCode: 'INCORRECT_CVC' } },
    'wrong_details',
    -8,
    'The bank refused the card: wrong details',
  ],
  [
    'no funds',
    { order: { declineCode: 'insufficient_funds' } },
    'no_funds',
    -1,
    'The bank refused the card: not enough funds or over a limit',
  ],
  ['anything else', { order: { declineCode: 'do_not_honor' } }, 'other', -4, 'The bank refused the card'],
  ['not sent', {}, null],
])
