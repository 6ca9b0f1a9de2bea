import { flag } from '../evidence.ts'

/** The country of the number against that of the bill. People keep their number when they move. */
export const phoneCountry = flag({
  name: 'phone.country_fits',
  code: 'PHONE_COUNTRY_DIFFERS',
  goodCode: 'PHONE_COUNTRY_FITS',
  title: 'Phone number of another country',
  goodTitle: 'Phone number of the same country',
  family: 'phone-shape',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.93 and 1.4',
  missing: 'the country of the number or of the bill is not known',
  points: { yes: 1, no: -5 },
  read: ({ order }) => {
    const [phone, bill] = [order.phone?.country, order.billing?.country ?? order.shipping?.country]
    return phone && bill ? phone === bill : null
  },
  say: (fits) =>
    fits
      ? 'The phone number is from the country of the address'
      : 'The phone number is from another country than the address',
})
