import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createPlace,
  goodfaith,
  serveProgram,
  startProgram,
  type Place,
  type RunningProgram,
} from './testing/program.ts'

// Programs are started, some of them several times; how long that takes says nothing here.
jest.setTimeout(120_000)

let place: Place
let first: RunningProgram

beforeAll(async () => {
  place = createPlace()
  first = await startProgram(place)
})
afterAll(async () => {
  await first.stop()
  place.remove()
})

const shopOf = ({ said }: RunningProgram): string => /Demo shop\s+(\S+)/.exec(said.out)?.[1] ?? ''
const passwordOf = ({ said }: RunningProgram): string => /Password\s+(\S+)/.exec(said.out)?.[1] ?? ''

const signIn = ({ url }: RunningProgram, password: string) =>
  fetch(`${url}/console/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-goodfaith-console': '1', origin: url },
    body: JSON.stringify({ email: 'demo@goodfaith.example', password }),
  })

test('a first start says where everything is, and the sign-in that it printed works', async () => {
  expect(first.said.err).toContain('A master secret was made')
  expect(first.said.out).toContain(`${first.url}/docs`)
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  expect((await fetch(shopOf(first))).status).toBe(200)
  const answer = await signIn(first, passwordOf(first))
  expect(await answer.json()).toMatchObject({ role: 'owner', stores: [{ name: 'Demo shop' }] })
})

test('commands work beside it, and what they make is good there', async () => {
  const made = await goodfaith(place, 'merchants', 'create', '--name', 'Beside', '--json')
  const { live } = JSON.parse(made.out) as { live: { secret_key: string } }
  const answer = await fetch(`${first.url}/v1/assessments`, { headers: { 'x-api-key': live.secret_key } })
  expect(answer.status).toBe(200)
})

test('SIGTERM ends server and shop; the second start is quiet about secrets and keeps the sign-in', async () => {
  const [shop, password] = [shopOf(first), passwordOf(first)]
  expect((await first.stop()).code).toBe(0)
  await expect(fetch(shop)).rejects.toThrow()
  await expect(fetch(first.url)).rejects.toThrow()

  first = await startProgram(place)
  expect(first.said.err).toBe('')
  expect(first.said.out).not.toMatch(/password|secret was made/i)
  expect((await signIn(first, password)).status).toBe(200)
  const { out } = await goodfaith(place, 'merchants', 'list', '--json')
  expect(out.match(/Demo shop/g)).toHaveLength(1)
})

test('no secret of the shop lies readable in the data folder', () => {
  const folder = join(place.folder, 'data')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toContain('goodfaith.db')
  for (const { parentPath, name } of files) {
    expect(readFileSync(join(parentPath, name)).toString('latin1')).not.toMatch(/gf[sk]_live_[0-9A-Za-z]{49}/)
  }
})

test('in production there is neither demo store nor shop', async () => {
  const production = createPlace({ NODE_ENV: 'production', MASTER_SECRET: 'a given secret that is long enough 123456' })
  const server = await startProgram(production)
  try {
    expect(server.said.out).not.toMatch(/Demo shop|Password/)
    const { out } = await goodfaith(production, 'merchants', 'list', '--json')
    expect(JSON.parse(out)).toEqual({ data: [] })
  } finally {
    await server.stop()
    production.remove()
  }
})

test('a process may take some of the roles', async () => {
  const alone = createPlace()
  const server = await serveProgram(alone, '--role', 'console')
  try {
    expect((await fetch(`${server.url}/console/v1/me`, { headers: { 'x-goodfaith-console': '1' } })).status).toBe(401)
    expect((await fetch(`${server.url}/v1/assessments`)).status).toBe(404)
  } finally {
    await server.stop()
    alone.remove()
  }
})
