import { flag } from '../evidence.ts'
import { shopperIp } from '../shopper.ts'

/** Where the shopper is against where the goods go. Presents and holiday homes are a little less rare than foreign bills. */
export const locationIpShipping = flag({
  name: 'location.ip_shipping_fits',
  code: 'IP_COUNTRY_NOT_SHIPPING',
  goodCode: 'IP_COUNTRY_SHIPPING',
  title: 'IP address outside the shipping country',
  goodTitle: 'IP address in the shipping country',
  family: 'ip-place',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.87 and 1.5',
  missing: 'no shipping country was sent, or the country of the address is not known',
  points: { yes: 2, no: -6 },
  read: (context) => {
    const [from, to] = [shopperIp(context)?.country, context.order.shipping?.country]
    return from && to ? from === to : null
  },
  say: (fits) => (fits ? 'The IP address is in the shipping country' : 'The IP address is not in the shipping country'),
})
