import type { OutboxConsumer, OutboxEntry, Tenant } from '../../platform/outbox/outbox.ts'
import { networkMembers, type MemberDocument } from './collections.ts'
import type { NetworkDeps } from './deps.ts'
import { give, type OrderNews } from './give.ts'
import type { Gift } from './gifts.ts'
import { createCount } from './count-given.ts'
import type { RebuildSummary } from './summaries.ts'

/** How an order says in the outbox that it may be given, and that its store declined it by itself. */
export const networkFields = { shared: 'shared', declined: 'own_decline' } as const

type News = Pick<Gift, 'declined' | 'outcome'>

const deltaOf = ({ data }: OutboxEntry, name: string): number => Number(data[name] ?? 0)

/** What an outcome newly says; undefined: nothing that is shared. Parcels refused at the door stay at home. */
const newsOfOutcome = (entry: OutboxEntry): News | undefined => {
  const [bad, good, declined] = ['bad', 'good', 'declined'].map((name) => deltaOf(entry, name))
  const news: { declined?: boolean; outcome?: 'bad' | 'good' | null } = {}
  if (bad === 1) news.outcome = 'bad'
  else if (good === 1) news.outcome = 'good'
  else if (bad === -1 || good === -1) news.outcome = null
  // A person's word. The verdict's own comes with the verdict, which knows whether it was an echo.
  if (declined === 1 && entry.data['cause'] === 'review') news.declined = true
  if (declined === -1) news.declined = false
  return Object.keys(news).length === 0 ? undefined : news
}

const newsOfVerdict = ({ data }: OutboxEntry): News | undefined =>
  data[networkFields.declined] === true ? { declined: true } : undefined

interface Told {
  readonly assessmentId: string
  readonly at: number
  readonly news: News
}

const isFirst = ({ data }: OutboxEntry): boolean => data[networkFields.shared] === true && data['attempt'] === 1

export const createGiftConsumers = (deps: NetworkDeps, rebuild: RebuildSummary) => {
  const { documents, clock, networkKeys, givenBy } = deps
  const count = createCount(deps)
  const network = documents.network()
  const operator = documents.operator()

  const giveAll = async (tenant: Tenant, member: MemberDocument, told: readonly Told[]): Promise<void> => {
    if (told.length === 0) return
    const orders = new Map(
      (
        await givenBy(
          tenant,
          told.map(({ assessmentId }) => assessmentId),
        )
      ).map((one) => [one.id, one]),
    )
    const keys = await networkKeys()
    const news = told.flatMap(({ assessmentId, at, news: said }): OrderNews[] => {
      const order = orders.get(assessmentId)
      if (!order) return []
      const name = keys.digest('order-ref', `${member.store} ${order.orderRef}`).slice(0, 16)
      return [{ order, gift: { order: name, at, ...said } }]
    })
    for (const identifier of await give(network, keys.ladder, member.store, news, clock())) {
      await rebuild(keys.ladder, identifier)
    }
  }

  /** Only live orders of a store that shares now; read afresh, since the switch may just have been turned. */
  const memberOf = async ({ merchantId, mode }: Tenant): Promise<MemberDocument | undefined> => {
    const member = mode === 'live' ? await operator.get(networkMembers, merchantId) : undefined
    return member?.on === true ? member : undefined
  }

  const verdicts: OutboxConsumer = {
    name: 'network-verdicts',
    kind: 'assessment.scored',
    fold: async (tenant, all) => {
      const entries = all.filter(({ data }) => data[networkFields.shared] === true && data['test'] !== true)
      const member = entries.length === 0 ? undefined : await memberOf(tenant)
      if (!member) return
      const told = entries.flatMap((entry): Told[] => {
        const news = newsOfVerdict(entry)
        return news ? [{ assessmentId: entry.subject, at: entry.at, news }] : []
      })
      await giveAll(tenant, member, told)
      await count(member, 'counted_verdicts', entries, (fresh) => ({
        orders: fresh.filter(isFirst).length,
        declines: fresh.filter((entry) => newsOfVerdict(entry) !== undefined).length,
      }))
    },
  }

  const outcomes: OutboxConsumer = {
    name: 'network-outcomes',
    kind: 'outcome.changed',
    fold: async (tenant, all) => {
      const entries = all.filter(({ data }) => data['imported'] !== true)
      const member = entries.length === 0 ? undefined : await memberOf(tenant)
      if (!member) return
      const told = entries.flatMap((entry): Told[] => {
        const news = newsOfOutcome(entry)
        return news ? [{ assessmentId: String(entry.data['assessment_id']), at: entry.at, news }] : []
      })
      await giveAll(tenant, member, told)
      await count(member, 'counted_outcomes', entries, (fresh) => ({
        frauds: fresh.reduce((total, entry) => total + deltaOf(entry, 'bad'), 0),
      }))
    },
  }
  return [verdicts, outcomes] as const
}
