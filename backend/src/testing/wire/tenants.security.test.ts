import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Response } from 'supertest'
import { describedRoutes } from '../../routes.ts'
import { signInTo } from '../console.ts'
import { send } from '../house.ts'
import { honestOf, nameOf } from './cases.ts'
import { sendAsPerson } from './requests.ts'
import { openWorld, type World } from './world.ts'

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
const description = JSON.parse(readFileSync(resolve(__dirname, '../../../../openapi.json'), 'utf8')) as Described

const routes = describedRoutes()
const named = new Map(routes.map((route) => [nameOf(route), route]))

/** From the published description, so that a new route is covered by itself. */
const withIds = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.keys(methods).flatMap((method) => {
    const route = named.get(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
    if (!route) throw new Error(`${method} ${path} is described but not declared`)
    return route.path.includes(':') ? [[nameOf(route), route] as const] : []
  }),
)

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 30_000)
afterAll(() => world.house.remove())

const told = ({ status, body }: Response) => ({ status, body: { ...(body as object), request_id: '' } })
const neverMade = (path: string): string =>
  path.replace(
    /\b(asm|ses|mer|key|lst|imp|rev|usr|inv|org)_[0-9A-Z]+/g,
    (_, prefix: string) => `${prefix}_${'0'.repeat(26)}`,
  )

const ofStores = withIds.filter(([, { caller }]) => caller === 'secret-key')
const ofPeople = withIds.filter(([, { caller }]) => caller === 'person')

test('there are such routes', () => {
  expect(ofStores.length).toBeGreaterThan(2)
  expect(ofPeople.length).toBeGreaterThan(2)
})

/** What a store sets for both modes at once is found from both; orders, profiles, labels and counters never are. */
const isSharedByModes = (path: string): boolean => /^\/v1\/(?:lists|rules)\b/.test(path)

test.each(ofStores)('%s answers another store, and the other mode, like a missing id', async (_, route) => {
  const { shop, other, house } = world
  const { path, body } = await honestOf(route, world)
  for (const keys of [other.test, other.live, ...(isSharedByModes(path) ? [] : [shop.live])]) {
    const theirs = await send(house, { method: route.method, path, body, keys })
    const missing = await send(house, { method: route.method, path: neverMade(path), body, keys })
    expect(theirs.status).toBe(404)
    expect(told(theirs)).toEqual(told(missing))
  }
})

test.each(ofPeople)('%s answers a person of another organisation like a missing store', async (_, route) => {
  const { shop, other } = world
  const { path, body } = await honestOf(route, world)
  if (!path.includes(shop.merchantId)) {
    const { cookie } = await signInTo(world.house, other.organizationId)
    const theirs = await sendAsPerson(world, route.method, { path, body }, { cookie })
    const missing = await sendAsPerson(world, route.method, { path: neverMade(path), body }, { cookie })
    expect(theirs.status).toBe(404)
    expect(told(theirs)).toEqual(told(missing))
    return
  }
  const elsewhere = path.replace(shop.merchantId, other.merchantId)
  const theirs = await sendAsPerson(world, route.method, { path: elsewhere, body })
  const missing = await sendAsPerson(world, route.method, { path: path.replace(shop.merchantId, 'mer_0'), body })
  expect(theirs.status).toBe(404)
  expect(told(theirs)).toEqual(told(missing))
})
