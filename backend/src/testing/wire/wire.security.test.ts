import Database from 'better-sqlite3'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Response } from 'supertest'
import { Problem, problems } from '#contract/problem.ts'
import { describedRoutes } from '../../routes.ts'
import { send } from '../house.ts'
import { casesOf, honestOf, nameOf } from './cases.ts'
import { isOperators, sendHonestOperator } from './operator-requests.ts'
import { renderWire, type Seen } from './render.ts'
import { postSession, sendAsPerson } from './requests.ts'
import { closeWorlds, openWorlds, type Worlds } from './world.ts'

const root = resolve(__dirname, '../../../..')
const routes = describedRoutes()
const seen: Seen[] = []
let worlds: Worlds

beforeAll(async () => {
  worlds = await openWorlds()
}, 60_000)
afterAll(() => closeWorlds(worlds))

const sendHonest = async (route: (typeof routes)[number]): Promise<Response> => {
  const { usual } = worlds
  if (isOperators(route)) return sendHonestOperator(route, usual)
  const sent = await honestOf(route, usual)
  if (route.caller === 'secret-key') return send(usual.house, { method: route.method, ...sent, keys: usual.shop.test })
  if (route.caller === 'publishable-key') return postSession(usual.house, JSON.stringify(sent.body))
  if (route.path.startsWith('/console/')) return sendAsPerson(usual, route.method, sent)
  const { default: request } = await import('supertest')
  return request(usual.house.app).get(sent.path)
}

const isStream = (path: string): boolean => /\/(?:stream|backtest)$/.test(path)

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (_, route) => {
  test('answers an honest call', async () => {
    if (isStream(route.path)) return
    const response = await sendHonest(route)
    expect(response.status).toBe(route.status ?? 200)
    expect(() => route.reply.parse(route.replyType ? response.text : response.body)).not.toThrow()
    seen.push({ route, code: '', told: 'the honest call', response })
  })

  test('answers every code it promises', async () => {
    for (const [code, wanted] of casesOf(route, worlds)) {
      if (code === 'not_durable') continue // below: it takes as long as the database is waited for
      if (!wanted) throw new Error(`${nameOf(route)} promises ${code}, and nobody knows how to meet it`)
      const response = await wanted.send()
      expect({ code: (response.body as Problem).code, status: response.status }).toEqual({
        code,
        status: problems[code].status,
      })
      expect(Problem.safeParse(response.body).success).toBe(true)
      expect(response.headers['x-content-type-options']).toBe('nosniff')
      seen.push({ route, code, told: wanted.told, response })
    }
  }, 60_000)
})

test('what is not durable is 503', async () => {
  const { house, shop } = worlds.usual
  const lock = new Database(join(house.folder, 'goodfaith.db'))
  lock.exec('BEGIN IMMEDIATE')
  const route = routes.find((one) => nameOf(one) === 'POST /v1/assessments')
  if (!route) throw new Error('no such route')
  try {
    const sent = await honestOf(route, worlds.usual)
    const response = await send(house, { ...sent, keys: shop.test })
    expect((response.body as Problem).code).toBe('not_durable')
    seen.push({ route, code: 'not_durable', told: 'while the database takes no writes', response })
  } finally {
    lock.exec('ROLLBACK')
    lock.close()
  }
}, 30_000)

test('docs/wire.md says what was seen', () => {
  const rendered = renderWire(routes, seen)
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(join(root, '.cache/wire.md'), rendered)
  // To accept a change: cp .cache/wire.md docs/wire.md
  expect(readFileSync(join(root, 'docs/wire.md'), 'utf8')).toBe(rendered)
})
