import { flag } from '../evidence.ts'
import { languageCountries } from '../language-countries.data.ts'
import { shopperIp } from '../shopper.ts'

/** What the browser asks for against where its address is. Families abroad keep their language, so it says little. */
export const locationLanguage = flag({
  name: 'location.language_fits',
  code: 'LANGUAGE_DIFFERS',
  goodCode: 'LANGUAGE_FITS',
  title: 'Browser language unusual for the country',
  goodTitle: 'Browser language of the country',
  family: 'ip-place',
  scope: 'device',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.87 and 1.4',
  missing: 'no session, no country for the address, only English, or a language that is not in the table',
  points: { yes: 2, no: -5 },
  read: (context) => {
    const country = shopperIp(context)?.country ?? null
    const { session } = context
    return country === null || session.state !== 'found' ? null : languagesFit(session.languages, country)
  },
  say: (fits) =>
    fits
      ? 'Browser language and country of the IP address agree'
      : 'The browser language is unusual for the country of the IP address',
})

/** A tag fits by its region (de-AT in Austria) or by its language (de in Austria). */
function languagesFit(tags: readonly string[], country: string): boolean | null {
  const parts = tags.map((tag) => tag.split('-', 4))
  if (parts.some((tag) => tag.slice(1).includes(country))) return true
  const foreign = parts.map(([language = '']) => language.toLowerCase()).filter((language) => language !== 'en')
  const known = foreign.map((language) =>
    Object.hasOwn(languageCountries, language) ? languageCountries[language] : null,
  )
  if (known.some((countries) => countries?.includes(country))) return true
  return known.length === 0 || known.includes(null) ? null : false
}
