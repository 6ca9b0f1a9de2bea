import { AccountDeletion, Close, Closing, Closings, DeleteAccount, Done } from '#contract/console.ts'
import { Reply, route, type Route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/http/store-of.ts'
import type { Cookies, SecondFactor } from '../accounts/service.ts'
import type { ClosedStore } from './close.ts'
import type { ClosingService } from './service.ts'

export interface ClosingRouteDeps {
  readonly closing: ClosingService
  readonly named: (organizationId: string) => Promise<{ readonly name: string }>
  readonly secondFactor: Pick<SecondFactor, 'of'>
  readonly cookies: Pick<Cookies, 'clear'>
}

const iso = (at: number): string => new Date(at).toISOString()
const done = { done: true as const }

const adapt = ({ id, name, state, removed, ...times }: ClosedStore) => ({
  ...{ id, name, state, removed },
  closed_at: iso(times.closed_at),
  erase_at: iso(times.erase_at),
  erased_at: times.erased_at === null ? null : iso(times.erased_at),
})

const accountRoutes = ({ closing, secondFactor, cookies }: ClosingRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/console/v1/account/deletion',
    summary: 'What would become of each organisation if one deleted one’s account',
    caller: 'person',
    permission: 'account',
    reads: 'nothing',
    reply: AccountDeletion,
    handle: async ({ caller }) => {
      const person = personOf(caller)
      const organizations = await closing.account.preview(person)
      return {
        organizations: organizations.map((one) => ({ ...one })),
        totp: (await secondFactor.of(person.personId)).totp === 'on',
      }
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/account/delete',
    summary: 'Delete one’s own account, at once and for good; organisations of nobody else go with it',
    caller: 'person',
    permission: 'account.change',
    limit: 'own-secrets',
    codes: ['code_wrong', 'last_owner', 'people_changing'],
    body: DeleteAccount,
    reply: Done,
    handle: async ({ caller, body }) => {
      await closing.account.remove(personOf(caller), body)
      return new Reply(done, { headers: { 'set-cookie': cookies.clear() } })
    },
  }),
]

const storeRoutes = ({ closing }: ClosingRouteDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: '/console/v1/stores/:store/close',
    summary: 'Delete a store: its keys stop at once, its data is erased after 30 days',
    caller: 'person',
    permission: 'organization.close',
    limit: 'own-secrets',
    codes: ['code_wrong'],
    body: Close,
    reply: Closing,
    handle: async ({ caller, params, body }) => {
      const closed = await closing.store(personOf(caller), params['store'] ?? '', body)
      return adapt({ ...closed, name: body.name.trim() })
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/stores/:store/take-back',
    summary: 'Take a deleted store back, while its 30 days last; the same keys work again',
    caller: 'person',
    permission: 'organization.close',
    reply: Done,
    handle: async ({ caller, params }) => {
      await closing.storeBack(personOf(caller), params['store'] ?? '')
      return done
    },
  }),
]

const organizationRoutes = ({ closing, named, cookies }: ClosingRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/console/v1/closings',
    summary: 'What of the organisation was closed, and how far its erasure has come',
    caller: 'person',
    permission: 'organization.close',
    reads: 'nothing',
    reply: Closings,
    handle: async ({ caller }) => {
      const person = personOf(caller)
      const { organization, stores } = await closing.state(person)
      const { name } = await named(person.organizationId)
      return { organization: organization && adapt({ ...organization, name }), stores: stores.map(adapt) }
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/organization/close',
    summary: 'Close the organisation: keys stop and people are signed out at once, all is erased after 30 days',
    caller: 'person',
    permission: 'organization.close',
    limit: 'own-secrets',
    codes: ['code_wrong', 'not_found'],
    body: Close,
    reply: Closing,
    handle: async ({ caller, body }) => {
      const closed = await closing.organization(personOf(caller), body)
      const headers = { 'set-cookie': cookies.clear() }
      return new Reply(adapt({ ...closed, name: body.name.trim() }), { headers })
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/organization/take-back',
    summary: 'Take a closed organisation back, while its 30 days last',
    caller: 'person',
    permission: 'organization.close',
    codes: ['not_found'],
    reply: Done,
    handle: async ({ caller }) => {
      await closing.organizationBack(personOf(caller))
      return done
    },
  }),
]

export const closingRoutes = (deps: ClosingRouteDeps): readonly Route[] => [
  ...accountRoutes(deps),
  ...storeRoutes(deps),
  ...organizationRoutes(deps),
]
