import { Done } from '#contract/console.ts'
import {
  AcceptedInvitation,
  AcceptInvitation,
  ChangeOrganization,
  Invitation,
  JoinByInvitation,
  Joined,
  NewInvitation,
  NewStore,
  Organizations,
  People,
  RoleChange,
  StoreSecrets,
} from '#contract/console.ts'
import { isAllowed } from '#contract/roles.ts'
import { AppError } from '../../platform/app-error.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/http/store-of.ts'
import type { AccountService } from '../accounts/service.ts'
import type { KeySet } from '../merchants/service.ts'
import type { InvitationDocument } from './collections.ts'
import type { OrganisationService } from './service.ts'

export interface OrganisationRouteDeps {
  readonly organisations: OrganisationService
  readonly accounts: Pick<AccountService, 'person' | 'secondFactor'>
}

const iso = (at: number): string => new Date(at).toISOString()
const done = { done: true as const }
const people = '/console/v1/people'

const adaptInvitation = ({ id, email, role, created_at: at, expires_at: end }: InvitationDocument) => ({
  id,
  email,
  role,
  invited_at: iso(at),
  expires_at: iso(end),
})

const memberRoutes = ({
  accounts,
  organisations: { members, invitations },
}: OrganisationRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: people,
    summary: 'Who belongs to the organisation, and who is invited',
    reads: 'people',
    caller: 'person',
    permission: 'people.read',
    reply: People,
    handle: async ({ caller }) => {
      const { organizationId, role } = personOf(caller)
      const invited = isAllowed(role, 'people.change') ? await invitations.open(organizationId) : []
      const data = (await members.list(organizationId)).map(({ since, ...member }) => ({
        ...member,
        since: iso(since),
      }))
      const asked = await accounts.secondFactor.isAsked(organizationId)
      return { data, invitations: invited.map(adaptInvitation), second_factor: asked }
    },
  }),
  route({
    method: 'PATCH',
    path: `${people}/:id`,
    summary: 'Give a person another role; in force at once here and within 2 seconds everywhere',
    caller: 'person',
    permission: 'people.change',
    codes: ['last_owner', 'people_changing'],
    body: RoleChange,
    reply: Done,
    handle: async ({ caller, params, body }) => {
      await members.changeRole(personOf(caller), params['id'] ?? '', body.role)
      return done
    },
  }),
  route({
    method: 'POST',
    path: `${people}/:id/remove`,
    summary: 'Take a person out: signed out everywhere, and keys whose secrets they saw are marked',
    caller: 'person',
    permission: 'people.change',
    codes: ['last_owner', 'people_changing'],
    reply: Done,
    handle: async ({ caller, params }) => {
      await members.remove(personOf(caller), params['id'] ?? '')
      return done
    },
  }),
  route({
    method: 'POST',
    path: `${people}/:id/transfer`,
    summary: 'Make somebody else owner, and oneself admin',
    caller: 'person',
    permission: 'organization.change',
    codes: ['people_changing'],
    reply: Done,
    handle: async ({ caller, params }) => {
      await members.transfer(personOf(caller), params['id'] ?? '')
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/leave',
    summary: 'Leave the organisation; its last owner cannot',
    caller: 'person',
    permission: 'account.change',
    codes: ['last_owner', 'people_changing'],
    reply: Done,
    handle: async ({ caller }) => {
      await members.leave(personOf(caller))
      return done
    },
  }),
]

const invitationRoutes = ({ organisations: { invitations } }: OrganisationRouteDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: `${people}/invitations`,
    summary: 'Invite somebody by mail; the link is bound to the address and good once, for 24 hours',
    caller: 'person',
    permission: 'people.change',
    status: 201,
    body: NewInvitation,
    reply: Invitation,
    handle: async ({ caller, body }) => adaptInvitation(await invitations.invite(personOf(caller), body)),
  }),
  route({
    method: 'POST',
    path: `${people}/invitations/:id/withdraw`,
    summary: 'Take an invitation back',
    caller: 'person',
    permission: 'people.change',
    reply: Done,
    handle: async ({ caller, params }) => {
      await invitations.withdraw(personOf(caller), params['id'] ?? '')
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/invitations/accept',
    summary: 'Join by an invitation to the address one is signed in with',
    caller: 'person',
    permission: 'account.change',
    codes: ['not_found'],
    body: AcceptInvitation,
    reply: AcceptedInvitation,
    handle: async ({ caller, body }) => {
      const { organizationId } = await invitations.accept(personOf(caller), body.token)
      return { organization_id: organizationId }
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/invitations/join',
    summary: 'Make an account by an invitation, then sign in',
    caller: 'anyone',
    limit: 'sign-in',
    limitAlsoBy: ({ token }) => token,
    status: 201,
    codes: ['not_found'],
    body: JoinByInvitation,
    reply: Joined,
    handle: ({ body }) => invitations.join(body),
  }),
]

const keysOf = ({ publishableKey, secretKey, signingSecret }: KeySet) => ({
  publishable_key: publishableKey,
  secret_key: secretKey,
  signing_secret: signingSecret,
})

const organizationRoutes = ({ organisations, accounts }: OrganisationRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/console/v1/organizations',
    summary: 'Organisations one belongs to',
    reads: 'nothing',
    caller: 'person',
    permission: 'account',
    reply: Organizations,
    handle: async ({ caller }) => {
      const { personId, organizationId } = personOf(caller)
      const all = await organisations.places.entered(await accounts.person(personId))
      const data = await Promise.all(
        all.map(async (place) => ({ ...(await organisations.named(place.organizationId)), role: place.role })),
      )
      return { current: organizationId, data }
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/organizations/:id/enter',
    summary: 'Go over to another organisation one belongs to, in this browser',
    caller: 'person',
    permission: 'account',
    reply: Done,
    handle: async ({ caller, params }) => {
      const { personId, sessionFamily } = personOf(caller)
      const place = await organisations.places.placeIn(await accounts.person(personId), params['id'] ?? '')
      if (!place) throw new AppError('not_found')
      await organisations.enter(sessionFamily, place.organizationId)
      return done
    },
  }),
  route({
    method: 'PATCH',
    path: '/console/v1/organization',
    summary: 'What the organisation is called',
    caller: 'person',
    permission: 'organization.change',
    body: ChangeOrganization,
    reply: Done,
    handle: async ({ caller, body }) => {
      const { personId, organizationId } = personOf(caller)
      await organisations.rename({ type: 'person', id: personId }, organizationId, body.name)
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/stores',
    summary: 'Add a store to the organisation; its secrets are in this answer and never again',
    caller: 'person',
    permission: 'organization.change',
    status: 201,
    body: NewStore,
    reply: StoreSecrets,
    handle: async ({ caller, body }) => {
      const { personId, organizationId } = personOf(caller)
      const wanted = { name: body.name, origins: body.allowed_origins, organizationId }
      const made = await organisations.createStore({ type: 'person', id: personId }, wanted)
      return { id: made.merchantId, name: body.name, test: keysOf(made.test), live: keysOf(made.live) }
    },
  }),
]

export const organisationRoutes = (deps: OrganisationRouteDeps): readonly Route[] => [
  ...invitationRoutes(deps),
  ...memberRoutes(deps),
  ...organizationRoutes(deps),
]
