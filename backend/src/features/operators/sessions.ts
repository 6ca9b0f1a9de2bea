import { operatorAuditEntry } from '../audit/service.ts'
import { createId } from '../../platform/ids.ts'
import { createSessionToken, parseSessionToken, type Visitor } from '../accounts/service.ts'
import type { Operators } from '../../platform/http/authenticators.ts'
import { operators, operatorSessions, type OperatorDocument, type OperatorSessionDocument } from './collections.ts'
import { createOperatorCookies } from './cookies.ts'
import type { OperatorDeps } from './deps.ts'

const minute = 60_000
/** PG17: short, and never longer by being used. */
export const sessionMs = 30 * minute
export const idleMs = 10 * minute
/** Setting up an app takes a minute or two. */
const enrollingMs = 10 * minute
/** A use is noted this often: a page that asks for several things at once writes once. */
const notedEachMs = 15_000
const atOnce = 200

export interface Arrival {
  readonly operator: OperatorDocument
  readonly stage: OperatorSessionDocument['stage']
  readonly factor: 'password' | 'totp' | 'recovery_code'
  readonly visitor: Visitor
}
export interface OpenedSession {
  readonly token: string
  readonly session: OperatorSessionDocument
}

/** Opaque and looked up with every call: what ends here is over in every process with the next request. */
export const createOperatorSessions = ({
  documents,
  clock,
  settings,
}: Pick<OperatorDeps, 'documents' | 'clock' | 'settings'>) => {
  const house = documents.operator()
  const cookies = createOperatorCookies({ secure: settings.production })

  const standing = async (token: string | undefined): Promise<OperatorSessionDocument | undefined> => {
    const parsed = token === undefined ? undefined : parseSessionToken(token)
    if (parsed?.signInId.startsWith('ops_') !== true) return undefined
    const session = await house.get(operatorSessions, parsed.signInId)
    if (session?.token_digest !== parsed.digest || session.ended_at !== null) return undefined
    const now = clock()
    return now < session.expires_at && now - session.used_at < idleMs ? session : undefined
  }

  const noteUse = async ({ id, used_at: usedAt }: OperatorSessionDocument): Promise<void> => {
    const now = clock()
    if (now - usedAt < notedEachMs) return
    await house.write({ update: operatorSessions, id, changes: { max: { used_at: now } } })
  }

  const authenticate: Operators['authenticate'] = async (cookieHeader) => {
    const session = await standing(cookies.read(cookieHeader, 'session'))
    const operator = session && (await house.get(operators, session.operator_id))
    if (!operator || operator.removed_at !== null) return undefined
    await noteUse(session)
    return {
      kind: 'operator',
      operatorId: operator.id,
      sessionId: session.id,
      owesSecondFactor: session.stage === 'enrolling',
      endsAt: session.expires_at,
    }
  }

  const end = async (sessionId: string): Promise<void> => {
    const session = await house.get(operatorSessions, sessionId)
    if (session?.ended_at !== null) return
    const now = clock()
    const actor = { type: 'operator', id: session.operator_id } as const
    const object = { type: 'sign_in', id: sessionId }
    await house.write({ update: operatorSessions, id: sessionId, changes: { set: { ended_at: now } } }, [
      operatorAuditEntry({ organization_id: null, actor, action: 'sign_out', object, at: now }),
    ])
  }

  return {
    authenticate,
    end,
    /** With the trace of it. */
    open: async ({ operator, stage, factor, visitor }: Arrival): Promise<OpenedSession> => {
      const now = clock()
      const id = createId('ops', now)
      const { text, digest } = createSessionToken(id)
      const session: OperatorSessionDocument = {
        ...{ id, operator_id: operator.id, token_digest: digest, stage, ended_at: null },
        ...{ client: visitor.client, country: visitor.country, created_at: now, used_at: now },
        expires_at: now + (stage === 'full' ? sessionMs : enrollingMs),
      }
      const about = { organization_id: null, actor: { type: 'operator', id: operator.id }, at: now } as const
      const details = { factor, stage, country: visitor.country }
      await house.write({ insert: operatorSessions, document: session }, [
        operatorAuditEntry({ ...about, action: 'sign_in.succeeded', object: { type: 'sign_in', id }, details }),
      ])
      return { token: text, session }
    },
    endAll: async (operatorId: string): Promise<void> => {
      const sort = { field: 'created_at', direction: 'desc' } as const
      const { items } = await house.find(operatorSessions, { operator_id: operatorId }, { sort, limit: atOnce })
      for (const { id } of items) await end(id)
    },
  }
}
export type OperatorSessions = ReturnType<typeof createOperatorSessions>
