import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Response } from 'supertest'
import { actingRoles, isAllowed, type ActingRole } from '#contract/roles.ts'
import { describedRoutes } from '../../routes.ts'
import { callConsole, consoleHeaders, signInTo, type SignedIn } from '../console.ts'
import { lookAt } from '../operator.ts'
import { honestOf, nameOf } from './cases.ts'
import { invite } from './organisation-requests.ts'
import { openWorld, type World } from './world.ts'

/** The whole table: every route of people, every role, the own organisation and another one. */
const routes = describedRoutes().flatMap((route) => (route.caller === 'person' ? [route] : []))
type PersonRoute = (typeof routes)[number]

let world: World

/** Nobody is made operator of an organisation: who looks comes through their own door. */
const comeAs = (role: ActingRole, organizationId: string): Promise<SignedIn> =>
  role === 'operator' ? lookAt(world.house, organizationId) : signInTo(world.house, organizationId, role)

const ours = new Map<ActingRole, SignedIn>()
const theirs = new Map<ActingRole, SignedIn>()
const checked = { own: 0, other: 0, allowed: 0, refused: 0 }

beforeAll(async () => {
  world = await openWorld()
  for (const role of actingRoles) {
    ours.set(role, await comeAs(role, world.shop.organizationId))
    theirs.set(role, await comeAs(role, world.other.organizationId))
  }
}, 60_000)
afterAll(() => world.house.remove())

interface Told {
  readonly status: number
  readonly code: string
  readonly text: string
}
const toldOf = ({ status, body, text }: Response): Told => ({
  status,
  code: (body as { readonly code?: string } | undefined)?.code ?? '',
  text,
})

const isStream = ({ path }: PersonRoute): boolean => path.endsWith('/stream')

/** A stream says nothing more than that it opened. */
const openStream = (path: string, cookie: string): Promise<Told> =>
  new Promise((resolve, reject) => {
    const server = world.house.app.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const asked = get({ port, path: `/console/v1${path}`, headers: { ...consoleHeaders, cookie } }, (answer) => {
        const { statusCode: status = 0 } = answer
        if (status === 200) {
          asked.destroy()
          server.close()
          resolve({ status, code: '', text: '' })
          return
        }
        let text = ''
        answer.on('data', (piece: Buffer) => (text += piece.toString()))
        answer.on('end', () => {
          server.close()
          resolve({ status, code: (JSON.parse(text) as { readonly code: string }).code, text })
        })
      })
      asked.on('error', reject)
    })
  })

/** Afterwards the caller is signed out, or somebody else than before. */
const changesCaller = ({ path }: PersonRoute): boolean => /\/(?:sign-out|leave|transfer)$/.test(path)

const ask = async (route: PersonRoute, role: ActingRole, of: 'own' | 'other'): Promise<Told> => {
  const { path, body: honest, as } = await honestOf(route, world)
  const { organizationId } = of === 'own' ? world.shop : world.other
  const known = (of === 'own' ? ours : theirs).get(role)
  // What changes an account goes with the account it was made for; its permission is everybody's.
  const account = role === 'operator' ? undefined : as
  const isTheirs = account && of === 'own' && isAllowed(role, route.permission)
  const own = isTheirs ? account : account || changesCaller(route) ? undefined : known
  const { cookie } = !own ? await comeAs(role, organizationId) : own
  // An invitation is bound to its address.
  const invited =
    path === '/invitations/accept' && of === 'own' && known
      ? await invite(world, known.email, role === 'operator' ? 'viewer' : role)
      : null
  const body = invited ? { token: invited.token } : honest
  if (isStream(route)) return openStream(path, cookie)
  const method = route.method.toLowerCase() as 'get'
  return toldOf(await callConsole(world.house, { method, path, body, cookie }))
}

/** Taking back what somebody else decided is for those who oversee; the review's own room asks that. */
const asksMore = ({ path }: PersonRoute, role: ActingRole): boolean =>
  path.endsWith('/undo') && !isAllowed(role, 'reviews.oversee')

const cases = routes.flatMap((route) => actingRoles.map((role) => [nameOf(route), role, route] as const))

test.each(cases)('%s as %s of the own organisation', async (_, role, route) => {
  const { status, code } = await ask(route, role, 'own')
  checked.own += 1
  if (isAllowed(role, route.permission) && !asksMore(route, role)) {
    checked.allowed += 1
    expect({ code, done: status < 300 }).toEqual({ code: '', done: true })
  } else {
    checked.refused += 1
    expect({ code, status }).toEqual({ code: 'role_insufficient', status: 403 })
  }
})

test.each(cases)('%s as %s of another organisation', async (_, role, route) => {
  const { status, code, text } = await ask(route, role, 'other')
  checked.other += 1
  if (!isAllowed(role, route.permission)) expect({ code, status }).toEqual({ code: 'role_insufficient', status: 403 })
  else if (route.path.includes(':')) expect({ code, status }).toEqual({ code: 'not_found', status: 404 })
  expect(text).not.toContain(world.shop.organizationId)
})

test('nothing was left out', () => {
  const { own, other, allowed, refused } = checked
  process.stdout.write(
    `${routes.length} routes x ${actingRoles.length} roles x (own, other) = ${own + other}: own ${allowed} allowed, ${refused} refused; other ${other} without a way in\n`,
  )
  expect(own).toBe(routes.length * actingRoles.length)
  expect(other).toBe(own)
})
