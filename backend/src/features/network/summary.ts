import type { NetworkPage } from '#contract/console.ts'
import type { NetworkSummary } from '#contract/network.ts'
import { networkPointsAtMost } from '../../scoring/network-signal.ts'
import type { MemberDocument } from './collections.ts'
import type { NetworkDeps } from './deps.ts'
import { giftsAtMost } from './gifts.ts'
import { shares, termsVersion } from './kinds.ts'
import { isHeard, type Directory } from './members.ts'
import { bucketOf, fewestStores } from './view.ts'

const dayMs = 86_400_000

const ownPart = (member: MemberDocument | undefined, createdAt: number, { floors, clock }: NetworkDeps) => {
  const now = clock()
  const isOn = member?.on === true
  return {
    counts: isOn && isHeard(member, floors, now),
    days: Math.floor((now - createdAt) / dayMs),
    orders: isOn ? member.orders : 0,
    declines: isOn ? member.declines : 0,
    frauds: isOn ? Math.max(0, member.frauds) : 0,
    withdrawing: (member?.leaving.length ?? 0) > 0,
  }
}

const sentencesOf = (floor: number, { days, orders }: NetworkDeps['floors']): readonly string[] => [
  'The network is the stores of this installation that share; nothing leaves its database.',
  'Other stores see keyed hashes speak, never a name, an address, an amount or an order.',
  `Nothing is said of an identifier until ${floor} other owners said the same, and then only "3 to 9", "10 to 29" or "30 or more".`,
  `A store is heard once it is ${days} days old and has given ${orders} orders; stores of one owner are one voice.`,
  `No store alone moves another store's score by more than ${networkPointsAtMost} points, before a store's own weights.`,
  'Test, demo, imported and simulated orders never enter.',
  'Switched off, the store is heard no more within seconds, and what it gave is removed within an hour.',
]

/** How the network stands for one store. Counts of others are told in buckets, and none below the floor. */
export const createReadSummary = (deps: NetworkDeps, directory: Directory) => {
  const floor = Math.max(fewestStores, deps.floors.stores)

  const summary = async (merchantId: string): Promise<NetworkSummary> => {
    const { organizationId, createdAt } = await deps.merchant(merchantId)
    const member = await directory.of(merchantId)
    const heard = await directory.heardBy(organizationId)
    return {
      sharing: member?.on === true,
      since: member?.since ? new Date(member.since).toISOString() : null,
      // Off is neither give nor take: not even how many there are.
      stores: member?.on === true ? bucketOf(new Set(heard.values()).size, floor) : null,
      own: ownPart(member, createdAt, deps),
      terms: {
        stores_at_least: floor,
        days_at_least: deps.floors.days,
        orders_at_least: deps.floors.orders,
        points_at_most: networkPointsAtMost,
        events_at_most: giftsAtMost,
        version: termsVersion,
      },
    }
  }

  const page = async (merchantId: string, mayChange: boolean): Promise<NetworkPage> => ({
    ...(await summary(merchantId)),
    may_change: mayChange,
    shares: [...shares],
    sentences: [...sentencesOf(floor, deps.floors)],
  })
  return { summary, page }
}
