import { AppError } from '../../platform/app-error.ts'
import { findCardNumber } from '../../platform/card-numbers/find-card-number.ts'

/** Reasons are people's own words: a card number among them would be one at rest. */
export const refuseCards = (body: unknown): void => {
  const pointer = findCardNumber(body)
  if (pointer === null) return
  const detail = 'Send a token instead.'
  throw new AppError('card_number_refused', { errors: [{ pointer, code: 'card_number', detail }] })
}
