import { hash } from 'node:crypto'
import { RiskLevel } from '#contract/assessment.ts'
import type { Rescored } from '#contract/rescored.ts'
import type { Clock } from '../../platform/clock.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import { eventEntry, type OutboxConsumer, type OutboxEntry, type Tenant } from '../../platform/outbox/outbox.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import { registry } from '../../scoring/registry.ts'
import { dayMs } from '../../scoring/standing.ts'
import type { Rejudge, Rejudged, StoredOrders } from '../assessments/service.ts'
import { asRescoreRow, rescores, type RescoreDocument } from './collections.ts'
import { linkedSince } from './linked.ts'

export interface RescoreDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'byIds' | 'page' | 'ladder'>
  readonly rejudge: Rejudge
  /** Stores that share with the network: only they can have news of it. */
  readonly sharing: () => Promise<readonly string[]>
}

/** After two weeks a parcel is delivered, and nobody waits for the verdict. */
export const followedMs = 14 * dayMs

const pageSize = 200
const mostTold = 20

type Cause = Rescored['cause']

const idOf = (assessmentId: string, subject: string): string =>
  `rsc_${hash('sha256', `${assessmentId} ${subject}`, 'hex').slice(0, 26).toUpperCase()}`

const newestFirst = { field: 'at', direction: 'desc' } as const

/** Time passing is no news, a verdict of ours tells us nothing, and a past that is brought in was known long ago. */
const isNews = ({ data }: OutboxEntry): boolean =>
  data['past'] !== true &&
  (data['cause'] === 'label' || data['cause'] === 'review') &&
  ['bad', 'good', 'refused'].some((name) => Number(data[name]) !== 0)

interface Again {
  readonly assessmentId: string
  readonly cause: Cause
  /** Of the news. */
  readonly subject: string
}

const draft = (again: Again, { judgement, ...made }: Rejudged, formerLevel: string, at: number): RescoreDocument => {
  const { trust_score, sum, base, risk_level, decision, recommendation } = judgement
  const id = idOf(again.assessmentId, again.subject)
  const reasons = [...judgement.reasons]
  const told: Rescored = {
    ...{ id, assessment_id: again.assessmentId, at: new Date(at).toISOString(), cause: again.cause },
    former_level: RiskLevel.parse(formerLevel),
    ...{ trust_score, sum, base, risk_level, decision, recommendation, reasons },
    ...{ policy_revision: made.policyRevision, engine: made.engine },
  }
  return {
    ...{ id, assessment_id: again.assessmentId, at, level: risk_level, digest: made.digest, told },
    ...{ values: made.values, raw_score: judgement.raw_score, causes: made.causes },
  }
}

/** A source that was late says nothing of the order; the next try finds it. */
const isCut = ({ causes }: Rejudged): boolean => causes.some((cause) => /_(?:late|broken)$/.test(cause))
const mostTries = 3

const ofNetworkScope = registry.flatMap(({ scope }, index) => (scope === 'network' ? [index] : []))
/** Policies, habits and models move a score as well: only what other stores said is news of the network. */
const heardNews = (before: EvidenceValues, after: EvidenceValues): boolean =>
  ofNetworkScope.some((index) => (before[index] ?? null) !== (after[index] ?? null))

const patiently =
  (rejudge: Rejudge) =>
  async (tenant: Tenant, assessmentId: string): Promise<Rejudged | undefined> => {
    for (let attempt = 1; attempt <= mostTries; attempt += 1) {
      const made = await rejudge(tenant, assessmentId)
      if (!made || !isCut(made)) return made
    }
    return undefined
  }

export const createRescores = ({ documents, clock, stored, rejudge, sharing }: RescoreDeps) => {
  const scopeOf = ({ merchantId, mode }: Tenant) => documents.forMerchant(merchantId, mode)
  const judged = patiently(rejudge)

  const known = async (tenant: Tenant, assessmentId: string, limit: number) =>
    (await scopeOf(tenant).find(rescores, { assessment_id: assessmentId }, { sort: newestFirst, limit })).items

  /** True: the level changed. The same news again, and news that changes nothing, leave nothing behind. */
  const again = async (tenant: Tenant, one: Again): Promise<boolean> => {
    const [made, [last]] = await Promise.all([judged(tenant, one.assessmentId), known(tenant, one.assessmentId, 1)])
    if (!made) return false
    const before = last ?? made.first
    if (made.digest === before.digest) return false
    if (one.cause === 'network' && !heardNews(before.values, made.values)) return false
    const at = clock()
    const document = draft(one, made, before.level, at)
    const isChanged = document.level !== before.level
    const { id, level, assessment_id } = document
    const { trust_score: score, decision } = document.told
    const data = { assessment_id, level, former_level: before.level, score, decision, cause: one.cause }
    const event = eventEntry({ kind: 'assessment.rescored', at, subject: id, data })
    try {
      await scopeOf(tenant).write({ insert: rescores, document: asRescoreRow(document) }, isChanged ? [event] : [])
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
    return isChanged
  }

  /** Orders that the news of one batch touch, each with the first news that did. */
  const touched = async (tenant: Tenant, entries: readonly OutboxEntry[]): Promise<ReadonlyMap<string, string>> => {
    const subjects = new Map<string, string>()
    const place = { scope: scopeOf(tenant), ladder: await stored.ladder(tenant) }
    for (const { subject, data } of entries) {
      const [order] = await stored.byIds(tenant, [String(data['assessment_id'])])
      const linked = order ? await linkedSince(place, order, clock() - followedMs) : []
      for (const id of linked) if (!subjects.has(id)) subjects.set(id, subject)
    }
    return subjects
  }

  const consumer: OutboxConsumer = {
    name: 'rescores',
    kind: 'outcome.changed',
    fold: async (tenant, entries) => {
      for (const [assessmentId, subject] of await touched(tenant, entries.filter(isNews))) {
        await again(tenant, { assessmentId, cause: 'label', subject })
      }
    },
  }

  const ofNetwork = async (merchantId: string): Promise<number> => {
    const tenant = { merchantId, mode: 'live' } as const
    const now = clock()
    const subject = `network ${Math.floor(now / dayMs)}`
    const recent = { from: now - followedMs, limit: pageSize }
    let changed = 0
    for await (const orders of everyPage(({ after }) => stored.page(tenant, recent, after))) {
      for (const { id } of orders) {
        if (await again(tenant, { assessmentId: id, cause: 'network', subject })) changed += 1
      }
    }
    return changed
  }

  return {
    consumer,
    /** Once a day: what the network learned moves orders of the stores that share. Returns how many levels changed. */
    networkNews: async (): Promise<number> => {
      let changed = 0
      for (const merchantId of await sharing()) {
        const moved = await ofNetwork(merchantId)
        changed += moved
      }
      return changed
    },

    /** Newest first. */
    ofAssessment: async (tenant: Tenant, assessmentId: string): Promise<Rescored[]> =>
      (await known(tenant, assessmentId, mostTold)).map(({ told }) => told),
    latest: async (tenant: Tenant, assessmentId: string): Promise<Rescored | null> =>
      (await known(tenant, assessmentId, 1))[0]?.told ?? null,
  }
}
export type RescoreService = ReturnType<typeof createRescores>
