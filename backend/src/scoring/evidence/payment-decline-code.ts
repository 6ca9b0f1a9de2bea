import { choice } from '../evidence.ts'

type Group = 'lost_or_stolen' | 'wrong_details' | 'no_funds' | 'other'

/** Words that banks and payment services use in their codes; ISO 8583 response codes beside them. */
const groups: readonly (readonly [Group, readonly string[]])[] = [
  ['lost_or_stolen', ['stolen', 'lost', 'pickup', 'pick_up', 'fraud', 'restricted', 'security_violation']],
  ['wrong_details', ['cvc', 'cvv', 'zip', 'number', 'expiry', 'expired', 'avs', 'pin', 'authentication']],
  ['no_funds', ['insufficient', 'limit', 'funds', 'balance']],
]
const isoCodes = new Map<string, Group>([
  ...['04', '07', '34', '41', '43', '59', '62', '63'].map((code) => [code, 'lost_or_stolen'] as const),
  ...['14', '54', '55', '82', 'n7'].map((code) => [code, 'wrong_details'] as const),
  ...['51', '61', '65'].map((code) => [code, 'no_funds'] as const),
])

const sentences: Readonly<Record<string, string>> = {
  lost_or_stolen: 'The bank reports the card as lost, stolen or blocked',
  wrong_details: 'The bank refused the card: wrong details',
  no_funds: 'The bank refused the card: not enough funds or over a limit',
  other: 'The bank refused the card',
}

/** Why the bank said no, by meaning: every payment service spells its codes in its own way. */
export const paymentDeclineCode = choice<Group>({
  name: 'payment.decline_code',
  code: 'PAYMENT_DECLINED',
  title: 'Card refused by the bank',
  family: 'payment-refused',
  scope: 'order',
  direction: 'none',
  basis: 'judgement: likelihood ratios 6, 1.7, 1.1 and 1.3',
  missing: 'the payment was not refused, or no code was sent',
  points: { lost_or_stolen: -26, wrong_details: -8, no_funds: -1, other: -4 },
  read: ({ order }) => (order.declineCode === null || order.declineCode === '' ? null : groupOf(order.declineCode)),
  say: (group) => sentences[group] ?? '',
})

function groupOf(declineCode: string): Group {
  const code = declineCode.toLowerCase().slice(0, 60)
  return isoCodes.get(code) ?? groups.find(([, words]) => words.some((word) => code.includes(word)))?.[0] ?? 'other'
}
