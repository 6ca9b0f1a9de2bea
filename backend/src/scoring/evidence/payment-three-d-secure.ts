import { choice } from '../evidence.ts'

type State = 'authenticated' | 'challenged' | 'frictionless' | 'attempted' | 'failed' | 'unavailable' | 'not_enrolled'
const states: readonly string[] = [
  'authenticated',
  'challenged',
  'frictionless',
  'attempted',
  'failed',
  'unavailable',
  'not_enrolled',
] satisfies State[]

const isState = (value: string | null): value is State => value !== null && states.includes(value)

const sentences: Readonly<Record<string, string>> = {
  authenticated: 'The bank confirmed the cardholder (3-D Secure)',
  challenged: 'The cardholder passed a check by the bank (3-D Secure)',
  frictionless: 'The bank accepted the cardholder without asking (3-D Secure)',
  attempted: 'The bank could not confirm the cardholder (3-D Secure)',
  failed: "The bank's check of the cardholder failed (3-D Secure)",
  unavailable: '3-D Secure was not available',
  not_enrolled: 'The card does not take part in 3-D Secure',
}

/** The bank's own check of the cardholder, the strongest thing a card payment offers. */
export const paymentThreeDSecure = choice<State>({
  name: 'payment.three_d_secure',
  code: 'THREE_D_SECURE_FAILED',
  goodCode: 'THREE_D_SECURE_PASSED',
  title: 'Cardholder not confirmed by the bank',
  goodTitle: 'Cardholder confirmed by the bank',
  family: 'card-checks',
  scope: 'order',
  direction: 'none',
  basis:
    'EBA and ECB report on payment fraud, 2024: card payments with strong authentication see several times less fraud',
  missing: 'no result was sent',
  points: {
    authenticated: 12,
    challenged: 13,
    frictionless: 8,
    attempted: 0,
    failed: -16,
    unavailable: 0,
    not_enrolled: -1,
  },
  read: ({ order }) => (isState(order.threeDSecure) ? order.threeDSecure : null),
  say: (state) => sentences[state] ?? '',
})
