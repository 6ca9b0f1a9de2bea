import type { Response } from 'supertest'
import type { Role } from '#contract/roles.ts'
import type { Route } from '../../platform/http/route.ts'
import { operator } from '../../features/audit/service.ts'
import { mails } from '../../features/mail/collections.ts'
import { signInTo } from '../console.ts'
import { newKey } from '../house.ts'
import type { Cases } from './case.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

/** Where nobody can be added, anybody will do. */
const newPerson = ({ house, shop }: World, role: Role = 'viewer'): Promise<string> => {
  const wanted = { organizationId: shop.organizationId, email: `${newKey()}@shop.example`, name: 'Bo', role }
  return house.foundation.accounts.createPerson(operator, wanted).then(
    ({ personId }) => personId,
    () => 'usr_0',
  )
}

const adminOf = async (world: World) => {
  const { house, person } = world
  const caller = await house.foundation.accounts.authenticate(person.cookie).catch(() => undefined)
  return caller ?? null
}

/** Invites, and takes the token out of the letter. */
export const invite = async (world: World, email: string, role: Role = 'viewer') => {
  const by = await adminOf(world)
  if (!by) return { id: 'inv_0', token: 'x'.repeat(43) }
  const { organisations } = world.house.services.console.organisations
  const { id } = await organisations.invitations.invite(by, { email, role })
  const sort = { field: 'id', direction: 'desc' } as const
  const { items } = await world.house.foundation.documents.operator().find(mails, {}, { sort, limit: 500, scan: true })
  const letter = items.find((mail) => mail.letter?.to === email)?.letter
  return { id, token: letter?.data['link']?.split('#')[1] ?? '' }
}

export const organisationRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'GET /console/v1/people': () => ({ path: '/people' }),
  'PATCH /console/v1/people/:id': async (world) => ({
    path: `/people/${await newPerson(world)}`,
    body: { role: 'approver' },
  }),
  'POST /console/v1/people/:id/remove': async (world) => ({ path: `/people/${await newPerson(world)}/remove` }),
  'POST /console/v1/people/:id/transfer': async (world) => ({ path: `/people/${await newPerson(world)}/transfer` }),
  'POST /console/v1/leave': () => ({ path: '/leave' }),
  'POST /console/v1/people/invitations': () => ({
    path: '/people/invitations',
    body: { email: `${newKey()}@shop.example`, role: 'viewer' },
  }),
  'POST /console/v1/people/invitations/:id/withdraw': async (world) => ({
    path: `/people/invitations/${(await invite(world, `${newKey()}@shop.example`)).id}/withdraw`,
  }),
  'POST /console/v1/invitations/accept': async (world) => ({
    path: '/invitations/accept',
    body: { token: (await invite(world, world.person.email, 'owner')).token },
  }),
  'POST /console/v1/invitations/join': async (world) => ({
    path: '/invitations/join',
    body: {
      token: (await invite(world, `${newKey()}@shop.example`)).token,
      name: 'Bo Marlow',
      password: 'long enough 1',
    },
  }),
  'GET /console/v1/organizations': () => ({ path: '/organizations' }),
  'POST /console/v1/organizations/:id/enter': ({ shop }) => ({ path: `/organizations/${shop.organizationId}/enter` }),
  'PATCH /console/v1/organization': () => ({ path: '/organization', body: { name: 'Marlow Audio Group' } }),
  'POST /console/v1/stores': () => ({ path: '/stores', body: { name: 'Second shop' } }),
}

type SendAs = (sent: Honest, cookie: string) => Promise<Response>

/** Codes that only changes of people meet. */
export const organisationCases = (usual: World, sendAs: SendAs, { path }: Route): Cases => ({
  last_owner: {
    told: 'about the only owner',
    send: async () => {
      const { organizationId } = await usual.house.createMerchant('Alone')
      const alone = await signInTo(usual.house, organizationId)
      const me = await alone.get('/me')
      const { id } = (me.body as { readonly person: { readonly id: string } }).person
      const body = path.endsWith(':id') ? { role: 'viewer' } : undefined
      return sendAs({ path: path.replace('/console/v1', '').replace(':id', id), body }, alone.cookie)
    },
  },
  people_changing: {
    told: 'while somebody else changes them',
    send: async () => {
      const lease = await usual.house.foundation.documents.lease(`people of ${usual.shop.organizationId}`, 10_000)
      try {
        const id = await newPerson(usual)
        const body = path.endsWith(':id') ? { role: 'viewer' } : undefined
        return await sendAs({ path: path.replace('/console/v1', '').replace(':id', id), body }, usual.person.cookie)
      } finally {
        await lease?.release()
      }
    },
  },
})
