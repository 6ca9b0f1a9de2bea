import { flag } from '../evidence.ts'
import { shopperIp } from '../shopper.ts'

/** Where the shopper is against where the bill goes. */
export const locationIpBilling = flag({
  name: 'location.ip_billing_fits',
  code: 'IP_COUNTRY_NOT_BILLING',
  goodCode: 'IP_COUNTRY_BILLING',
  title: 'IP address outside the billing country',
  goodTitle: 'IP address in the billing country',
  family: 'ip-place',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.8 and 2.2',
  missing: 'no billing country was sent, or the country of the address is not known',
  points: { yes: 3, no: -11 },
  read: (context) => {
    const [from, to] = [shopperIp(context)?.country, context.order.billing?.country]
    return from && to ? from === to : null
  },
  say: (fits) => (fits ? 'The IP address is in the billing country' : 'The IP address is not in the billing country'),
})
