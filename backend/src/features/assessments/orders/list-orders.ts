import type { OrderRows, OrdersQuery } from '#contract/console.ts'
import { AppError } from '../../../platform/app-error.ts'
import { readProfiles } from '../../velocity/service.ts'
import { assessments, type AssessmentRow } from '../collections.ts'
import { parseWith } from '../../../platform/http/parse.ts'
import type { Tenant } from '../deps.ts'
import { AssessmentQuery } from '../query.ts'
import type { Reader } from '../read.ts'
import type { Place } from './linked.ts'
import { adaptRows } from './row.ts'

const isReference = (ref: string): boolean => /^(?:email|phone):[0-9a-f]{64}$/.test(ref)

/** The dashboard's names for the filters of the API. */
const asApiQuery = ({ from, to, risk_level, decision, order_id, limit, after }: OrdersQuery) =>
  parseWith(AssessmentQuery, {
    limit,
    ...(after === undefined ? {} : { after }),
    ...(from === undefined ? {} : { created_from: from }),
    ...(to === undefined ? {} : { created_to: to }),
    ...(risk_level === undefined ? {} : { risk_level }),
    ...(decision === undefined ? {} : { decision }),
    ...(order_id === undefined ? {} : { order_id }),
  })

const fits = (row: AssessmentRow, { from, to, risk_level, decision }: OrdersQuery): boolean =>
  row.status === 'scored' &&
  (from === undefined || row.received_at >= Date.parse(from)) &&
  (to === undefined || row.received_at < Date.parse(to)) &&
  (risk_level === undefined || risk_level.split(',').includes(row.level ?? '')) &&
  (decision === undefined || decision.split(',').includes(row.decision ?? ''))

/** Orders of one person, from the events of the profile: at most what its ring holds. */
const ofPerson = async ({ scope, ladder }: Place, ref: string, query: OrdersQuery): Promise<OrderRows> => {
  if (!isReference(ref)) throw new AppError('validation_failed')
  const profile = (await readProfiles(scope, ladder, [ref])).get(ref)
  const ids = (profile?.events ?? []).map(({ id }) => String(id))
  const rows = (ids.length === 0 ? [] : await scope.getMany(assessments, ids)).filter((row) => row !== undefined)
  const listed = rows
    .filter((row) => fits(row, query) && (query.after === undefined || row.id < query.after))
    .sort((one, other) => (one.id < other.id ? 1 : -1))
  const page = listed.slice(0, query.limit)
  const more = listed.length > page.length
  return { data: adaptRows(page), has_more: more, next_cursor: more ? (page.at(-1)?.id ?? null) : null }
}

export const listOrders = async (
  reader: Reader,
  place: Place,
  tenant: Tenant,
  query: OrdersQuery,
): Promise<OrderRows> => {
  if (query.ref !== undefined) return ofPerson(place, query.ref, query)
  const { items, next } = await reader.page(tenant, asApiQuery(query))
  return { data: adaptRows(items), has_more: next !== null, next_cursor: next }
}
