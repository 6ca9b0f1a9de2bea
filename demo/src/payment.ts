import { createHash } from 'node:crypto'

/** What a payment provider tells a shop about a card, never its number. */
export interface Payment {
  readonly token: string
  readonly bin: string
  readonly avs: string
  readonly cvc: string
  readonly three_d_secure: 'authenticated' | 'attempted' | 'failed'
}

interface TestCard {
  readonly label: string
  readonly checks: Omit<Payment, 'token'>
}

/** As in any payment sandbox: each test card stands for one outcome of the bank's checks. */
export const testCards: Readonly<Record<string, TestCard>> = {
  'visa-4242': {
    label: 'Visa ending 4242: address and code match, confirmed in the banking app',
    checks: { bin: '453201', avs: 'Y', cvc: 'M', three_d_secure: 'authenticated' },
  },
  'visa-0341': {
    label: 'Visa ending 0341: code matches, address partly, no confirmation asked',
    checks: { bin: '453201', avs: 'Z', cvc: 'M', three_d_secure: 'attempted' },
  },
  'master-0069': {
    label: 'Mastercard ending 0069: address does not match, confirmation failed',
    checks: { bin: '542418', avs: 'N', cvc: 'M', three_d_secure: 'failed' },
  },
  'master-0127': {
    label: 'Mastercard ending 0127: code does not match, no confirmation asked',
    checks: { bin: '542418', avs: 'N', cvc: 'N', three_d_secure: 'attempted' },
  },
}

/** The same card of the same holder is the same token, as with a real provider. */
export const pay = (card: string, holder: string): Payment | undefined => {
  const found = testCards[card]
  if (!found) return undefined
  const token = createHash('sha256').update(`${card}/${holder.trim().toLowerCase()}`).digest('hex').slice(0, 24)
  return { token: `tok_${token}`, ...found.checks }
}
