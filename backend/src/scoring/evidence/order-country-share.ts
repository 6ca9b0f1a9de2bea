import { share } from '../evidence.ts'
import { percent } from '../wording.ts'

/** How usual the shipping country is for this store. */
export const orderCountryShare = share({
  name: 'order.country_share',
  code: 'COUNTRY_RARE',
  title: 'Country that is rare in this store',
  family: 'country',
  scope: 'store',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 1.5, 1.3 and 1.15',
  missing: 'no shipping or billing country was sent, or fewer than 200 orders are known',
  points: [
    [0, -6],
    [0.002, -4],
    [0.01, -2],
    [0.05, 0],
  ],
  read: ({ order, norms }) => {
    const country = order.shipping?.country ?? order.billing?.country ?? null
    if (norms.countries === null || country === null) return null
    return Object.hasOwn(norms.countries, country) ? (norms.countries[country] ?? 0) : 0
  },
  say: (part) =>
    part < 0.0005 ? 'Hardly any order here goes to this country' : `${percent(part)} of orders here go to this country`,
})
