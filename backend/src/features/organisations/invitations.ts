import { createHash } from 'node:crypto'
import { AppError } from '../../platform/app-error.ts'
import { Conflict, type Follower } from '../../platform/documents/port.ts'
import type { Person } from '../../platform/http/authenticators.ts'
import type { Role } from '../../platform/http/caller.ts'
import { createId } from '../../platform/ids.ts'
import { takeRandom } from '../../platform/random.ts'
import { createEmailRef, normaliseAccountEmail } from '../accounts/service.ts'
import { operatorAuditEntry, type Actor, type AuditAction } from '../audit/service.ts'
import { mailEntry } from '../mail/service.ts'
import { invitations, membershipId, memberships, type InvitationDocument } from './collections.ts'
import type { OrganisationDeps } from './deps.ts'
import { mayManage } from './members.ts'

/** FC13: as long as a verification. */
const goodMs = 24 * 3_600_000
/** An organisation with more open invitations is being used to send mail. */
const mostOpen = 50

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export interface Joining {
  readonly token: string
  readonly name: string
  readonly password: string
}

const notFound = () => new AppError('not_found', { detail: 'This invitation is not good (any more).' })

const createBook = ({ documents, clock }: OrganisationDeps) => {
  const operator = documents.operator()

  const trace = (by: Actor, action: AuditAction, { id, organization_id: organizationId, role }: InvitationDocument) =>
    operatorAuditEntry({
      organization_id: organizationId,
      actor: by,
      action,
      object: { type: 'invitation', id },
      at: clock(),
      details: { role },
    })

  const open = async (organizationId: string): Promise<readonly InvitationDocument[]> => {
    const sort = { field: 'created_at', direction: 'desc' } as const
    const where = { organization_id: organizationId }
    const { items } = await operator.find(invitations, where, { sort, limit: 200 })
    return items.filter(({ closed_at: closedAt, expires_at: end }) => closedAt === null && end > clock())
  }

  const byToken = async (token: string): Promise<InvitationDocument> => {
    const where = { token_digest: digestOf(token) }
    const [invitation] = (await operator.find(invitations, where, { limit: 1 })).items
    if (invitation?.closed_at !== null || invitation.expires_at <= clock()) throw notFound()
    return invitation
  }

  /** Single use: of two at once, one is refused. */
  const close = async (invitation: InvitationDocument, followers: readonly Follower[]): Promise<void> => {
    const changes = { set: { closed_at: clock(), revision: invitation.revision + 1 } }
    const expect = { revision: invitation.revision }
    await operator
      .write({ update: invitations, id: invitation.id, changes, expect }, followers)
      .catch((error: unknown) => {
        throw error instanceof Conflict ? notFound() : error
      })
  }

  return { trace, open, byToken, close }
}

const createInviting = (deps: OrganisationDeps) => {
  const { documents, clock, vault, merchants, publicUrl } = deps
  const operator = documents.operator()
  const emailRef = createEmailRef(vault)
  const { trace, open, close } = createBook(deps)

  return {
    open,
    invite: async (
      by: Person,
      wanted: { readonly email: string; readonly role: Role },
    ): Promise<InvitationDocument> => {
      if (!mayManage(by.role, wanted.role)) throw new AppError('role_insufficient')
      const email = normaliseAccountEmail(wanted.email)
      if (email === undefined) {
        const errors = [{ pointer: '/email', code: 'email', detail: 'This is no e-mail address.' }]
        throw new AppError('validation_failed', { errors })
      }
      if ((await open(by.organizationId)).length >= mostOpen)
        throw new AppError('rate_limited', { retryAfterSeconds: 3600 })
      const now = clock()
      const token = Buffer.from(takeRandom(32)).toString('base64url')
      const document: InvitationDocument = {
        id: createId('inv', now),
        organization_id: by.organizationId,
        email,
        email_ref: emailRef(email),
        role: wanted.role,
        token_digest: digestOf(token),
        invited_by: by.personId,
        created_at: now,
        expires_at: now + goodMs,
        revision: 1,
        closed_at: null,
      }
      const { name: organization } = await merchants.organization(by.organizationId)
      // After the #, so that the token is in no log of any proxy.
      const link = `${publicUrl}/invitation#${token}`
      const letter = { kind: 'invitation', to: email, data: { organization, role: wanted.role, link } } as const
      await operator.write({ insert: invitations, document }, [
        mailEntry(letter, { at: now, usefulUntil: document.expires_at }),
        trace({ type: 'person', id: by.personId }, 'invitation.created', document),
      ])
      return document
    },

    withdraw: async (by: Person, id: string): Promise<void> => {
      const invitation = await operator.get(invitations, id)
      if (invitation?.organization_id !== by.organizationId || invitation.closed_at !== null) throw notFound()
      if (!mayManage(by.role, invitation.role)) throw new AppError('role_insufficient')
      await close(invitation, [trace({ type: 'person', id: by.personId }, 'invitation.withdrawn', invitation)])
    },
  }
}

const createAccepting = (deps: OrganisationDeps) => {
  const { documents, clock, changes, accounts } = deps
  const operator = documents.operator()
  const { trace, byToken, close } = createBook(deps)

  return {
    /** By somebody who is signed in already, with the very address that was invited. */
    accept: async (by: Person, token: string): Promise<{ readonly organizationId: string }> => {
      const invitation = await byToken(token)
      const person = await accounts.person(by.personId)
      if (person.email_ref !== invitation.email_ref) throw notFound()
      const { organization_id: organizationId, role } = invitation
      const actor = { type: 'person', id: by.personId } as const
      const now = clock()
      await close(invitation, [trace(actor, 'invitation.accepted', invitation)])
      const id = membershipId(by.personId, organizationId)
      const create = { id, person_id: by.personId, organization_id: organizationId, created_at: now }
      const set = { role, removed_at: null }
      await operator.write({ upsert: memberships, id, create: { ...create, ...set }, changes: { set } })
      await changes.announce()
      return { organizationId }
    },

    /** By somebody without an account: the mail that brought the token has shown that the address is theirs. */
    join: async ({ token, name, password }: Joining): Promise<{ readonly email: string }> => {
      const invitation = await byToken(token)
      const { organization_id: organizationId, email, role } = invitation
      const actor = { type: 'anyone', id: null } as const
      const wanted = { organizationId, email, name, role, password }
      const { personId } = await accounts.createPerson(actor, wanted)
      await close(invitation, [trace({ type: 'person', id: personId }, 'invitation.accepted', invitation)])
      return { email }
    },
  }
}

export const createInvitations = (deps: OrganisationDeps) => ({ ...createInviting(deps), ...createAccepting(deps) })
