import { ProfileKind, ProfileSubject, type ProfileDetail } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { adaptProfile, profileId, readProfiles } from '../velocity/service.ts'
import type { StoredOrder } from '../assessments/service.ts'
import type { ProfileDeps } from './deps.ts'
import { partnersView } from './partners-view.ts'
import { daysView, outcomesView, windowsView } from './profile-view.ts'
import { outcomeName } from './outcome-name.ts'

/** What fits on a page; the rest is counted. */
const mostShown = 50
const shownLength = 4

const iso = (at: number | null | undefined): string | null => (at == null ? null : new Date(at).toISOString())

/** What a declared identifier is for reading: it is of no kind of ours. */
const readAs = (subject: ProfileSubject): ProfileKind => ProfileKind.safeParse(subject).data ?? 'account'

/** Masked, as one of its orders kept it. None of a declared identifier: what a store sends there may be anything. */
const hintOf = (subject: ProfileSubject, ref: string, stored: readonly StoredOrder[]): string | null => {
  const { data: kind } = ProfileKind.safeParse(subject)
  const own = stored.flatMap(({ identifiers }) => (kind && identifiers[kind]) ?? [])
  return own.find(({ id, hint }) => id === ref && hint !== null)?.hint ?? null
}

/** Everything a store knows of one person, device, card or declared identifier: read by key, like a score. */
export const createProfiles = ({ documents, clock, storeKeys, assessments, labels }: ProfileDeps) => {
  const read = async ({ merchantId, mode }: Tenant, subject: ProfileSubject, ref: string) => {
    const { ladder } = await storeKeys(merchantId)
    const id = profileId(subject, ref)
    const stored = (await readProfiles(documents.forMerchant(merchantId, mode), ladder, [id])).get(id)
    if (!stored) throw new AppError('not_found')
    return { profile: adaptProfile(readAs(subject), stored, ''), ladder }
  }

  const ordersOf = async (tenant: Tenant, ids: readonly string[], now: number) => {
    const [rows, stored] = await Promise.all([
      assessments.orders.rows(tenant, ids),
      assessments.stored.byIds(tenant, ids),
    ])
    const standings = await labels.outcomesOf(tenant, stored, now)
    const outcomes = new Map(stored.map(({ id }, at) => [id, outcomeName(standings[at])]))
    return { stored, orders: rows.map((row) => ({ ...row, outcome: outcomes.get(row.id) ?? null })) }
  }

  return {
    /** Throws `not_found`. */
    get: async (tenant: Tenant, kind: string, ref: string): Promise<ProfileDetail> => {
      const known = ProfileSubject.safeParse(kind)
      if (!known.success || !/^[0-9a-f]{64}$/.test(ref)) throw new AppError('not_found')
      const now = clock()
      const { profile, ladder } = await read(tenant, known.data, ref)
      const newest = profile.events.slice(-mostShown).reverse()
      const { stored, orders } = await ordersOf(
        tenant,
        newest.map(({ id }) => id),
        now,
      )
      const total = profile.events.length + profile.foldedOrders
      return {
        kind: known.data,
        ref,
        hint: hintOf(known.data, ref, stored),
        short: ref.slice(0, shownLength),
        first_seen_at: iso(profile.firstSeenAt),
        last_seen_at: iso(profile.events.at(-1)?.at),
        orders_total: total,
        outcomes: outcomesView(profile, now),
        windows: windowsView(known.data, profile, now),
        days: daysView(profile, now),
        partners: partnersView(known.data, profile, stored, ladder),
        orders,
        more: Math.max(0, total - orders.length),
      }
    },
  }
}
export type ProfileService = ReturnType<typeof createProfiles>
