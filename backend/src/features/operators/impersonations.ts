import type { PastImpersonation, RunningImpersonation } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import { refuseCards } from '../../platform/card-numbers/refuse-cards.ts'
import { Conflict } from '../../platform/documents/port.ts'
import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import { createId } from '../../platform/ids.ts'
import type { Operator, People, Person } from '../../platform/http/authenticators.ts'
import { createSessionToken, parseSessionToken } from '../accounts/service.ts'
import { entriesOf, operatorAuditEntry, type AuditEntry } from '../audit/service.ts'
import { mailEntry } from '../mail/service.ts'
import {
  impersonationRules,
  impersonations,
  operators,
  type ImpersonationDocument,
  type OperatorDocument,
} from './collections.ts'
import { createOperatorCookies } from './cookies.ts'
import { onBothSides } from './crossing.ts'
import type { OperatorDeps } from './deps.ts'

const minute = 60_000
export const impersonationMs = 30 * minute
/** The reason stays in the trail; the record itself is only for what is running. */
const keptMs = 24 * 60 * minute
const atOnce = 200

export type EndedBy = NonNullable<PastImpersonation['ended_by']>

const iso = (at: number): string => new Date(at).toISOString()

const createRules = ({ documents }: Pick<OperatorDeps, 'documents'>) => {
  const house = documents.operator()
  return async (organizationId: string) => {
    const { allowed, turn } = (await house.get(impersonationRules, organizationId)) ?? { allowed: true, turn: 0 }
    return { allowed, turn }
  }
}

/** Ending leaves its trace on both sides, once, however many ask for it at the same moment. */
const createEndings = ({ documents, clock, changes }: OperatorDeps) => {
  const house = documents.operator()
  const end = async (found: ImpersonationDocument, by: EndedBy): Promise<void> => {
    const { id, operator_id: operatorId, organization_id: organizationId, started_at: startedAt } = found
    const at = Math.min(clock(), found.ends_at)
    const actor = { type: 'operator', id: operatorId } as const
    const details = { by, seconds: Math.round((at - startedAt) / 1000) }
    const draft = { actor, action: 'impersonation.ended', object: { type: 'impersonation', id }, at, details } as const
    const head = { update: impersonations, id, changes: { set: { state: 'ended' } }, expect: { state: 'running' } }
    await house.write(head, onBothSides(draft, organizationId)).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
  }
  const endWhere = async (where: Readonly<Record<string, string>>, by: EndedBy): Promise<void> => {
    const sort = { field: 'started_at', direction: 'desc' } as const
    const { items } = await house.find(impersonations, where, { sort, limit: atOnce })
    const running = items.filter(({ state }) => state === 'running')
    for (const one of running) await end(one, by)
    if (running.length > 0) await changes.announce()
  }
  const due = async () =>
    (await house.find(impersonations, { state: 'running', ends_at: { lte: clock() } }, { limit: atOnce })).items
  return {
    endWhere,
    isDue: async (): Promise<boolean> => (await due()).length > 0,
    /** The worker's part: nobody comes back to say that half an hour is over. */
    endDue: async (): Promise<void> => {
      for (const one of await due()) await end(one, 'time')
    },
    endOne: async (id: string, by: EndedBy): Promise<void> => {
      const found = await house.get(impersonations, id)
      if (found?.state === 'running') await end(found, by)
      await changes.announce()
    },
  }
}

/** Asked of the database with every call and never remembered: what is switched off is over in every process at once. */
const createStanding = (deps: OperatorDeps) => {
  const { documents, clock, merchants, settings } = deps
  const house = documents.operator()
  const cookies = createOperatorCookies({ secure: settings.production })
  const ruleOf = createRules(deps)

  const isStill = async (found: ImpersonationDocument): Promise<boolean> => {
    if (found.state !== 'running' || clock() >= found.ends_at) return false
    const { allowed, turn } = await ruleOf(found.organization_id)
    if (!allowed || turn !== found.rule) return false
    const operator = await house.get(operators, found.operator_id)
    return operator?.removed_at === null
  }
  const standing = async (id: string): Promise<ImpersonationDocument | undefined> => {
    const found = await house.get(impersonations, id)
    return found && (await isStill(found)) ? found : undefined
  }

  /** The operator as a caller of the console: of that organisation, with the role that only looks. */
  const authenticate: People['authenticate'] = async (cookieHeader): Promise<Person | undefined> => {
    const token = cookies.read(cookieHeader, 'impersonation')
    const parsed = token === undefined ? undefined : parseSessionToken(token)
    if (parsed?.signInId.startsWith('ipn_') !== true) return undefined
    const found = await standing(parsed.signInId)
    if (found?.token_digest !== parsed.digest) return undefined
    const stores = await merchants.ofOrganization(found.organization_id)
    return {
      kind: 'person',
      personId: found.operator_id,
      organizationId: found.organization_id,
      role: 'operator',
      merchantIds: stores.map(({ merchantId }) => merchantId),
      sessionFamily: found.id,
      accessExpiresAt: found.ends_at,
    }
  }

  const running = async (organizationId: string): Promise<RunningImpersonation | null> => {
    const sort = { field: 'started_at', direction: 'desc' } as const
    const { items } = await house.find(impersonations, { organization_id: organizationId }, { sort, limit: 20 })
    for (const found of items) {
      if (!(await isStill(found))) continue
      const { id, operator_name: operator, reason, started_at: startedAt, ends_at: endsAt } = found
      return { id, operator, reason, started_at: iso(startedAt), ends_at: iso(endsAt) }
    }
    return null
  }
  return { standing, authenticate, running }
}

const createStart = (deps: OperatorDeps, endings: ReturnType<typeof createEndings>) => {
  const { documents, clock, merchants, membersOf, settings } = deps
  const house = documents.operator()
  const ruleOf = createRules(deps)

  const letters = async (found: ImpersonationDocument, organization: string) => {
    const owners = (await membersOf(found.organization_id)).filter(({ role }) => role === 'owner')
    const data = {
      ...{ operator: found.operator_name, organization, reason: found.reason },
      at: new Date(found.started_at).toUTCString(),
      until: new Date(found.ends_at).toUTCString(),
      dashboard: `${settings.linkBase}/`,
    }
    return owners.map(({ email }) => mailEntry({ kind: 'impersonation-started', to: email, data }, { at: clock() }))
  }

  /** One at a time: the next ends the one before. Throws `not_found`, `impersonation_off`, `card_number_refused`. */
  return async (caller: Operator, organizationId: string, reason: string) => {
    refuseCards({ reason })
    const operator: OperatorDocument | undefined = await house.get(operators, caller.operatorId)
    if (!operator) throw new AppError('sign_in_required')
    const { name: organization } = await merchants.organization(organizationId)
    const { allowed, turn } = await ruleOf(organizationId)
    if (!allowed) throw new AppError('impersonation_off')
    await endings.endWhere({ operator_id: operator.id }, 'next')
    const now = clock()
    const id = createId('ipn', now)
    const { text: token, digest } = createSessionToken(id)
    const document: ImpersonationDocument = {
      ...{ id, operator_id: operator.id, operator_name: operator.name, organization_id: organizationId, reason },
      ...{ token_digest: digest, rule: turn, state: 'running', started_at: now },
      ...{ ends_at: now + impersonationMs, expires_at: now + keptMs },
    }
    const actor = { type: 'operator', id: operator.id } as const
    const object = { type: 'impersonation', id }
    const draft = { actor, action: 'impersonation.started', object, at: now, details: { reason } } as const
    await house.write({ insert: impersonations, document }, [
      ...onBothSides(draft, organizationId),
      ...(await letters(document, organization)),
    ])
    return { id, token, endsAt: document.ends_at }
  }
}

const createPast =
  ({ documents }: Pick<OperatorDeps, 'documents'>) =>
  async (organizationId: string): Promise<PastImpersonation[]> => {
    const house = documents.operator()
    const entries = await entriesOf(documents, organizationId, ['impersonation.started', 'impersonation.ended'])
    const ends = new Map<string | undefined, AuditEntry>(
      entries.flatMap((entry) => (entry.action === 'impersonation.ended' ? [[entry.object?.id, entry]] : [])),
    )
    const started = entries.filter(({ action }) => action === 'impersonation.started').slice(0, 100)
    const staff = await house.getMany(
      operators,
      started.map(({ actor }) => actor.id ?? ''),
    )
    return started.map((entry, at) => {
      const ended = ends.get(entry.object?.id)
      return {
        id: entry.object?.id ?? '',
        operator: staff[at]?.name ?? 'A former operator',
        reason: String(entry.details['reason'] ?? ''),
        started_at: iso(entry.at),
        ended_at: ended ? iso(ended.at) : null,
        ended_by: ended ? (String(ended.details['by']) as EndedBy) : null,
      }
    })
  }

/** An operator looks at an organisation: with a reason, for half an hour, seen by everybody, until the merchant says no. */
export const createImpersonations = (deps: OperatorDeps) => {
  const { documents, clock, changes } = deps
  const house = documents.operator()
  const endings = createEndings(deps)
  const { standing, authenticate, running } = createStanding(deps)

  return {
    authenticate,
    running,
    past: createPast(deps),
    ruleOf: createRules(deps),
    start: createStart(deps, endings),
    endOf: (operatorId: string, by: EndedBy) => endings.endWhere({ operator_id: operatorId }, by),
    endOne: endings.endOne,
    isDue: endings.isDue,
    endDue: endings.endDue,
    isStanding: async (id: string): Promise<boolean> => (await standing(id)) !== undefined,
    holder: async ({ sessionFamily }: Person) => {
      const found = await standing(sessionFamily)
      const operator = found && (await house.get(operators, found.operator_id))
      if (!operator) throw new AppError('sign_in_required')
      return { id: operator.id, name: operator.name, email: operator.email }
    },
    /** The merchant's own switch. Off ends what is running; on again opens nothing that was begun before. */
    allow: async ({ personId, organizationId }: Person, allowed: boolean): Promise<void> => {
      const before = (await house.get(impersonationRules, organizationId)) ?? { allowed: true }
      if (before.allowed === allowed) return
      const entry = operatorAuditEntry({
        ...{ organization_id: organizationId, actor: { type: 'person', id: personId }, at: clock() },
        ...{ action: 'impersonation.switched', details: { allowed } },
      })
      const create = { id: organizationId, allowed, turn: 1 }
      const change = { set: { allowed }, inc: { turn: 1 } }
      await house.write({ upsert: impersonationRules, id: organizationId, create, changes: change }, [entry])
      if (!allowed) await endings.endWhere({ organization_id: organizationId }, 'switched_off')
      await changes.announce()
    },
    /** Of an organisation that is erased. What was begun there is over, and its record goes after a day by itself. */
    forget: (organizationId: string): Promise<void> => removeQuietly(house, impersonationRules, organizationId),
  }
}
export type Impersonations = ReturnType<typeof createImpersonations>
