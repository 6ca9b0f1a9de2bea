import type { SignInDocument } from './collections.ts'

/** Nobody flies between two countries, queues included, in less. */
const travelMs = 2 * 3_600_000
const manyFailures = 5

export type Unusual = 'new_country' | 'new_browser' | 'many_failures' | 'impossible_travel'

const sentences: Readonly<Record<Unusual, string>> = {
  new_country: 'It came from a country where you did not sign in before.',
  new_browser: 'It came from a browser that did not sign in to your account before.',
  many_failures: 'Several wrong passwords were tried first.',
  impossible_travel: 'You signed in from another country less than two hours earlier.',
}

export interface Seen {
  readonly country: string | null
  readonly isKnownBrowser: boolean
  readonly failures: number
  readonly now: number
  /** Countries of former sign-ins. */
  readonly countries: readonly string[]
  /** Newest first. */
  readonly former: readonly Pick<SignInDocument, 'country' | 'created_at'>[]
}

/** A first sign-in has nothing to differ from. */
export const unusualOf = ({ country, isKnownBrowser, failures, now, countries, former }: Seen): readonly Unusual[] => {
  const [last] = former
  const found: Unusual[] = []
  if (failures >= manyFailures) found.push('many_failures')
  if (!last && countries.length === 0) return found
  if (country !== null && countries.length > 0 && !countries.includes(country)) found.push('new_country')
  if (!isKnownBrowser) found.push('new_browser')
  const wasElsewhere = typeof last?.country === 'string' && country !== null && last.country !== country
  if (wasElsewhere && now - last.created_at < travelMs) found.push('impossible_travel')
  return found
}

export const saysWhy = (found: readonly Unusual[]): string => found.map((one) => sentences[one]).join(' ')
