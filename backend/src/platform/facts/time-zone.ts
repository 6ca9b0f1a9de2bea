import { timeZoneCountries } from './time-zone-countries.data.ts'

const countriesByZone: ReadonlyMap<string, readonly string[]> = new Map(
  timeZoneCountries
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [countries = '', zones = ''] = line.split(': ')
      return zones.split(' ').map((zone) => [zone, countries.split(' ')] as const)
    }),
)

/** Empty for zones that belong to no country (UTC) and for names that are no zones: nothing can be concluded from them. */
export const countriesOfTimeZone = (zone: string): readonly string[] => countriesByZone.get(zone) ?? []
