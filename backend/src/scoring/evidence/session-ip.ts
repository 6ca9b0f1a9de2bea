import type { Context } from '../context.ts'
import { choice } from '../evidence.ts'

type Move = 'same' | 'same_network' | 'same_country' | 'other_country'

const sentences: Readonly<Record<string, string>> = {
  same: 'The order came from the IP address of the checkout page',
  same_network: 'The IP address changed within one network during checkout',
  same_country: 'The network changed between checkout page and order',
  other_country: 'The country of the IP address changed during checkout',
}

/** Moved: telephones change between mobile and wireless networks all the time, countries hardly ever. */
export const sessionIp = choice<Move>({
  name: 'session.ip',
  code: 'SESSION_IP_MOVED',
  title: 'IP address changed during checkout',
  family: 'session-moved',
  scope: 'order',
  direction: 'none',
  basis: 'judgement: likelihood ratios 1, 1, 1.2 and 2.3',
  missing: 'no session was found, or the store did not send the IP address it saw',
  points: { same: 0, same_network: 0, same_country: -3, other_country: -12 },
  read: moveOf,
  say: (move) => sentences[move] ?? '',
})

function moveOf({ order, session }: Context): Move | null {
  if (session.state !== 'found' || session.sameIp === null) return null
  if (session.sameIp) return 'same'
  if (!order.ip || !session.ip) return null
  if (order.ip.country !== null && session.ip.country !== null && order.ip.country !== session.ip.country) {
    return 'other_country'
  }
  return order.ip.asn !== null && order.ip.asn === session.ip.asn ? 'same_network' : 'same_country'
}
