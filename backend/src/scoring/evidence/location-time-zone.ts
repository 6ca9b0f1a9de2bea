import { flag } from '../evidence.ts'
import { shopperIp } from '../shopper.ts'

/** The clock of the device against the country of its address. Travellers and VPN users differ; so do rented proxies. */
export const locationTimeZone = flag({
  name: 'location.time_zone_fits',
  code: 'TIME_ZONE_DIFFERS',
  goodCode: 'TIME_ZONE_FITS',
  title: 'Time zone of another country',
  goodTitle: 'Time zone of the same country',
  family: 'ip-place',
  scope: 'device',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.8 and 2; a few per cent of honest shoppers travel or use a VPN',
  missing: 'no session, no country for the address, or a time zone of no country (UTC, hardened browsers)',
  points: { yes: 3, no: -10 },
  read: (context) => {
    const country = shopperIp(context)?.country ?? null
    const { session } = context
    if (country === null || session.state !== 'found' || session.timeZoneCountries.length === 0) return null
    return session.timeZoneCountries.includes(country)
  },
  say: (fits) =>
    fits
      ? 'Device time zone and country of the IP address agree'
      : 'Device time zone and country of the IP address differ',
})
