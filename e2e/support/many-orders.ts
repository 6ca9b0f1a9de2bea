import type { Assessment } from '../../contract/src/assessment.ts'

const atOnce = 16

/** In their order, as a busy store sends them: some at once. */
export const manyOrders = async (
  bodies: readonly object[],
  order: (body: object) => Promise<Assessment>,
): Promise<void> => {
  for (let from = 0; from < bodies.length; from += atOnce) {
    await Promise.all(bodies.slice(from, from + atOnce).map((body) => order(body)))
  }
}

/** Letters alone: digits in an address would be evidence of their own. */
const letters = (number: number): string =>
  String(number)
    .padStart(4, '0')
    .replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))

export const isBad = (number: number): boolean => number % 25 === 7

/**
 * A shop whose frauds pay by bank transfer: the expert scorecard does not know that, its labels teach it. All else about
 * these people is in order, so that nobody stands close to a threshold.
 */
export const shopper = (number: number) => {
  const home = { address: `${letters(number)}weg 1`, city: 'Bonn', postal: '53111', country: 'DE' }
  return {
    order: { id: `s-${letters(number)}`, amount: 2000 + (number % 90) * 50, currency: 'EUR' },
    email: { address: `shopper.${letters(number)}@example.org` },
    account: { id: `account-${letters(number)}`, created_at: '2021-03-01T09:00:00Z' },
    billing: home,
    shipping: { ...home, method: 'standard' },
    payment: { method: isBad(number) ? 'bank_transfer' : 'card' },
  }
}

export const labelsOf = (numbers: readonly number[]): string =>
  ['order_id,label', ...numbers.map((number) => `s-${letters(number)},${isBad(number) ? 'fraud' : 'not_fraud'}`)].join(
    '\n',
  )
