import type { z } from 'zod'
import type { Assessment } from '#contract/assessment.ts'
import { AppError } from '../../platform/app-error.ts'
import { InvalidCursor } from '../../platform/documents/errors.ts'
import type { Condition, Documents, Page } from '../../platform/documents/port.ts'
import { assessments, type AssessmentRow } from './collections.ts'
import { orderRefOf } from './content-digest.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import type { AssessmentQuery } from './query.ts'

export interface AssessmentPage {
  readonly data: Assessment[]
  readonly has_more: boolean
  readonly next_cursor: string | null
}

/** As it was answered; undefined while it is not scored. */
export const asAnswered = (row: AssessmentRow): Assessment | undefined =>
  row.status === 'scored' && row.answer !== undefined ? (JSON.parse(row.answer) as Assessment) : undefined

const present = (conditions: Readonly<Record<string, Condition | undefined>>): Record<string, Condition> =>
  Object.fromEntries(Object.entries(conditions).filter((entry): entry is [string, Condition] => entry[1] !== undefined))

const oneOf = (values: readonly string[] | undefined): Condition | undefined =>
  values === undefined ? undefined : values.length === 1 ? values[0] : { in: values }

const timesOf = ({ created_from: from, created_to: to }: z.infer<typeof AssessmentQuery>): Condition | undefined => {
  if (from === undefined && to === undefined) return undefined
  return {
    ...(from === undefined ? {} : { gte: Date.parse(from) }),
    ...(to === undefined ? {} : { lt: Date.parse(to) }),
  }
}

const newestFirst = { field: 'received_at', direction: 'desc' } as const

export const createReader = ({ documents, storeKeys }: AssessmentDeps) => {
  const scopeOf = ({ merchantId, mode }: Tenant): Documents => documents.forMerchant(merchantId, mode)

  const row = async (tenant: Tenant, id: string): Promise<AssessmentRow> => {
    const found = /^asm_[0-9A-Z]{26}$/.test(id) ? await scopeOf(tenant).get(assessments, id) : undefined
    if (found?.status !== 'scored') throw new AppError('not_found')
    return found
  }

  const page = async (tenant: Tenant, query: z.infer<typeof AssessmentQuery>): Promise<Page<AssessmentRow>> => {
    const keys = await storeKeys(tenant.merchantId)
    const where = present({
      status: 'scored',
      received_at: timesOf(query),
      level: oneOf(query.risk_level),
      decision: oneOf(query.decision),
      order_ref: query.order_id === undefined ? undefined : orderRefOf(keys, query.order_id),
      session_ref: query.session_id,
    })
    const options = {
      sort: newestFirst,
      limit: query.limit,
      ...(query.after === undefined ? {} : { after: query.after }),
    }
    try {
      return await scopeOf(tenant).find(assessments, where, options)
    } catch (cause) {
      if (!(cause instanceof InvalidCursor)) throw cause
      const errors = [{ pointer: '/after', code: 'cursor', detail: cause.message }]
      throw new AppError('validation_failed', { errors, cause })
    }
  }

  return {
    row,
    get: async (tenant: Tenant, id: string): Promise<Assessment> => {
      const answered = asAnswered(await row(tenant, id))
      if (!answered) throw new AppError('not_found')
      return answered
    },

    latestOfSession: async (tenant: Tenant, sessionId: string): Promise<Assessment> => {
      const where = { session_ref: sessionId.slice(0, 80), status: 'scored' }
      const { items } = await scopeOf(tenant).find(assessments, where, { sort: newestFirst, limit: 1 })
      const answered = items[0] && asAnswered(items[0])
      if (!answered) throw new AppError('not_found')
      return answered
    },

    page,
    list: async (tenant: Tenant, query: z.infer<typeof AssessmentQuery>): Promise<AssessmentPage> => {
      const { items, next } = await page(tenant, query)
      const data = items.map(asAnswered).filter((answered) => answered !== undefined)
      return { data, has_more: next !== null, next_cursor: next }
    },
  }
}
export type Reader = ReturnType<typeof createReader>
