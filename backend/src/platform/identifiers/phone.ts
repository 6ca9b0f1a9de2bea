import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'
import { asGiven, normalised, type Normalised } from './normalised.ts'

/** `country` is the order's, for numbers without a country code. null when no number can be read. */
export const parsePhone = (given: string, country: string | null): PhoneNumber | null => {
  const text = given.normalize('NFKC').trim()
  const home = country?.toUpperCase() ?? ''
  if (isSupportedCountry(home)) return parsePhoneNumberFromString(text, home) ?? null
  return parsePhoneNumberFromString(text.replace(/^00/, '+')) ?? null
}

export const normaliseNumber = (phone: PhoneNumber | null, given: string): Normalised =>
  phone?.isPossible() ? normalised(phone.number) : asGiven(given)

export const normalisePhone = (given: string, country: string | null): Normalised =>
  normaliseNumber(parsePhone(given, country), given)
