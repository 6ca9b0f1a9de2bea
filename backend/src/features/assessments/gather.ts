import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { Context, Profile, SessionView } from '../../scoring/context.ts'
import type { ListHit } from '../../scoring/list-hit.ts'
import type { NetworkView } from '../../scoring/network-view.ts'
import {
  adaptOwnProfiles,
  adaptProfile,
  partnersOf,
  profileId,
  profileIdsOf,
  readProfiles,
  sessionUses,
  type ProfileDocument,
} from '../velocity/service.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import type { Recorded } from './claims.ts'
import type { AssessmentRow, RecordedOrder } from './collections.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import { createNormsReader } from './norms.ts'
import { attemptsOf } from './record.ts'
import { viewSession } from './session-view.ts'
import { within, type Read } from './within.ts'

/** From reading the first source to having, or missing, the last one. */
export const gatherBudgetMs = 300

export interface Gathered {
  readonly context: Context
  /** `<source>_late` or `<source>_broken`. */
  readonly causes: readonly string[]
  /** Rings that are filling up: the worker folds their oldest events away. */
  readonly full: readonly string[]
  /** Identifiers that stand on the store's own lists. */
  readonly hits: readonly ListHit[]
}

/** Compaction starts well before the ring's end. */
const fullFrom = 160
const namedEveryMs = 5 * 60_000
const mostNamed = 10_000

interface Sources {
  readonly stored: Read<ReadonlyMap<string, ProfileDocument | undefined>>
  readonly norms: Read<Context['norms']>
  readonly attempts: Read<Context['attempts']>
  readonly lists: Read<readonly ListHit[]>
  readonly network: Read<NetworkView | null>
}

const unknownNorms: Context['norms'] = {
  orders: 0,
  amount: null,
  missingSessionShare: 0,
  countries: null,
  edgeLimited: false,
}

const profilesFor = ({ identifiers }: RecordedOrder, { stored }: Sources, ownId: string): Context['profiles'] => {
  const known: Partial<Record<IdentifierKind, Profile>> = {}
  if (!('value' in stored)) return known
  for (const kind of identifierKinds) {
    const identifier = identifiers[kind]
    if (identifier) known[kind] = adaptProfile(kind, stored.value.get(profileId(kind, identifier.id)), ownId)
  }
  return known
}

/** A store that declared no identifiers has no such entry. */
const ownProfilesFor = (
  { identifiers }: RecordedOrder,
  { stored }: Sources,
  ownId: string,
): Pick<Context, 'customProfiles'> =>
  identifiers.own && 'value' in stored
    ? { customProfiles: adaptOwnProfiles(identifiers, (id) => stored.value.get(id), ownId) }
    : {}

const viewOf = (row: AssessmentRow, order: RecordedOrder, { stored }: Sources, ladder: Ladder): SessionView => {
  const own = order.session_id === null ? undefined : profileId('session', order.session_id)
  const uses = 'value' in stored && own !== undefined ? sessionUses(stored.value.get(own), row.id) : []
  return viewSession(order, { now: row.received_at, orderRef: row.order_ref ?? '', uses, named: ladder.carry })
}

const causesOf = (sources: Sources, { session }: RecordedOrder): readonly string[] => {
  const { stored: profiles, ...others } = sources
  const named = { profiles, ...others }
  const causes = Object.entries(named).flatMap(([name, read]) => ('cause' in read ? [`${name}_${read.cause}`] : []))
  return session.state === 'unavailable' ? [...causes, 'session_late'] : causes
}

/** The worker looks every five minutes, so a busy ring is named once in that time and not with each of its orders. */
const createFullRings = () => {
  const namedAt = new Map<string, number>()
  const isNews = (id: string, now: number): boolean => {
    if (now - (namedAt.get(id) ?? 0) < namedEveryMs) return false
    if (namedAt.size >= mostNamed) namedAt.clear()
    namedAt.set(id, now)
    return true
  }
  return ({ stored }: Sources, now: number): readonly string[] => {
    if (!('value' in stored)) return []
    const full = [...stored.value].filter(([, profile]) => (profile?.events.length ?? 0) >= fullFrom)
    return full.map(([id, profile]) => profile?.id ?? id).filter((id) => isNews(id, now))
  }
}

/** All that is known of an order as of its receipt, its own event left out. Late or broken sources add nothing. */
export const createGather = (deps: AssessmentDeps) => {
  const readNorms = createNormsReader(deps)
  const fullRings = createFullRings()

  const readOwn = ({ scope }: Recorded, order: RecordedOrder, ladder: Ladder) =>
    readProfiles(scope, ladder, profileIdsOf({ identifiers: order.identifiers, sessionId: order.session_id }))

  const readAttempts = async ({ row, scope }: Recorded): Promise<Context['attempts']> => {
    if ((row.attempt ?? 1) === 1 || row.order_ref === undefined) return []
    const earlier = (await attemptsOf(scope, row.order_ref)).filter(
      ({ attempt }) => (attempt ?? 0) < (row.attempt ?? 0),
    )
    return earlier
      .filter(({ status }) => status === 'scored')
      .map(({ received_at: at, score = 0, amount = 0 }) => ({ at, score, amount }))
      .reverse()
  }

  return async (tenant: Tenant, recorded: Recorded, order: RecordedOrder): Promise<Gathered> => {
    const { row } = recorded
    const { ladder } = await deps.storeKeys(tenant.merchantId)
    const [stored, norms, attempts, lists, network] = await Promise.all([
      within(gatherBudgetMs, () => readOwn(recorded, order, ladder)),
      within(gatherBudgetMs, () => readNorms(tenant, order.facts.currency, row.received_at)),
      within(gatherBudgetMs, () => readAttempts(recorded)),
      within(gatherBudgetMs, () => deps.lists.hitsOf(tenant, order.identifiers)),
      // A store that does not share pays nothing for the network, not even a timer.
      order.network === undefined
        ? { value: null }
        : within(gatherBudgetMs, () => deps.network.viewFor(tenant, order.network)),
    ])
    const sources: Sources = { stored, norms, attempts, lists, network }
    const causes = causesOf(sources, order)
    const context: Context = {
      now: row.received_at,
      orderRef: row.order_ref ?? '',
      order: order.facts,
      session: viewOf(row, order, sources, ladder),
      partners: partnersOf(order.identifiers, ladder.carry),
      profiles: profilesFor(order, sources, row.id),
      ...ownProfilesFor(order, sources, row.id),
      network: 'value' in network ? network.value : null,
      norms: 'value' in norms ? norms.value : unknownNorms,
      attempts: 'value' in attempts ? attempts.value : [],
      unavailable: causes.map((cause) => cause.replace(/_(?:late|broken)$/, '')),
    }
    const hits = 'value' in lists ? lists.value : []
    return { context, causes, full: fullRings(sources, deps.clock()), hits }
  }
}
