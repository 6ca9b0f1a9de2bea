import { AppError } from '../app-error.ts'
import { findCardNumber } from './find-card-number.ts'

/** What people write themselves may hold a card number, which would then be one at rest. */
export const refuseCards = (body: unknown): void => {
  const pointer = findCardNumber(body)
  if (pointer === null) return
  const detail = 'Send a token instead.'
  throw new AppError('card_number_refused', { errors: [{ pointer, code: 'card_number', detail }] })
}
