import { flag } from '../evidence.ts'
import { shopperIp } from '../shopper.ts'

/** Shoppers sit at home, at work or on a telephone; servers and most proxies sit in data centres. VPN users do too. */
export const ipHosting = flag({
  name: 'ip.hosting',
  code: 'IP_HOSTING',
  title: 'IP address of a data centre',
  family: 'ip-network',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 2; a few per cent of honest shoppers use a VPN',
  missing: 'no address of the shopper was sent or seen',
  points: { yes: -10, no: 0 },
  read: (context) => shopperIp(context)?.hosting ?? null,
  say: () => 'The IP address belongs to a data centre',
})
