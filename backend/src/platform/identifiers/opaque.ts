import { asGiven, normalised, type Normalised } from './normalised.ts'

/** Card tokens, account and device ids: the store's own names, where case may count. */
export const normaliseOpaque = (given: string): Normalised => {
  const value = given.normalize('NFC').trim()
  return value === '' ? asGiven(given) : normalised(value)
}
