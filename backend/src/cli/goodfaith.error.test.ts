import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createPlace, goodfaith, serveProgram, type Ended, type Place } from './testing/program.ts'

// Programs are started, some of them several times; how long that takes says nothing here.
jest.setTimeout(120_000)

let place: Place

beforeEach(() => {
  place = createPlace()
})
afterEach(() => {
  place.remove()
})

const withEnv = (env: Readonly<Record<string, string>>): Pick<Place, 'env'> => ({ env: { ...place.env, ...env } })
const expectRefusal = ({ code, out, err }: Ended, sentence: RegExp | string): void => {
  if (typeof sentence === 'string') expect(err).toContain(sentence)
  else expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect({ code, out }).toEqual({ code: 1, out: '' })
}
const nothingMade = (): void => {
  expect([existsSync(join(place.folder, 'data')), existsSync(place.home)]).toEqual([false, false])
}

test.each([
  [{ PORT: 'x' }, /PORT/],
  [{ DATABASE_URL: 'postgres://x' }, /DATABASE_URL/],
  [{ ROLES: 'chef' }, /ROLES/],
  [{ MASTER_SECRET: 'short' }, /MASTER_SECRET/],
  [{ NODE_ENV: 'production' }, /Production needs MASTER_SECRET/],
  [{ TLS_CERT_FILE: '/nowhere.pem', TLS_KEY_FILE: '/nowhere.key' }, /TLS_CERT_FILE .* cannot be read/],
  [{ MASTER_SECRET_FILE: '/nowhere.key' }, /\/nowhere\.key cannot be read/],
  [{ HOST: '203.0.113.7' }, /203\.0\.113\.7 is no address of this machine/],
])('serve with %j is one sentence, and nothing is made', async (env, sentence) => {
  expectRefusal(await goodfaith(withEnv(env), 'serve'), sentence)
  expect(existsSync(place.home)).toBe(false)
})

test('a broken configuration is a failed check for the doctor, not a crash', async () => {
  const { code, out } = await goodfaith(withEnv({ PORT: 'x' }), 'doctor', '--json')
  const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { name: string; state: string }[] }
  expect({ code, ok }).toEqual({ code: 1, ok: false })
  expect(checks.find(({ name }) => name === 'configuration')?.state).toBe('fail')
})

test.each(['serve', 'merchants list'])('%s: a data folder that is a file, or cannot be written', async (words) => {
  const file = join(place.folder, 'file')
  writeFileSync(file, '')
  for (const folder of [file, join(file, 'inside'), '/proc/goodfaith', '/proc']) {
    const ended = await goodfaith(withEnv({ DATA_DIR: folder }), ...words.split(' '))
    expectRefusal(ended, /The data folder \S+ (?:is not a folder|cannot be written)/)
  }
  expect(existsSync(place.home)).toBe(false)
})

test('a port that is taken', async () => {
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  const { port } = blocker.address() as AddressInfo
  expectRefusal(await goodfaith(withEnv({ PORT: String(port) }), 'serve'), `Port ${port} is taken`)
  expectRefusal(await goodfaith(withEnv({ DEMO_PORT: String(port) }), 'start'), /DEMO_PORT/)
  nothingMade()
  await new Promise((resolve) => blocker.close(resolve))
})

test('a secret that does not open this database, and one that is gone', async () => {
  expect((await goodfaith(place, 'merchants', 'create', '--name', 'Shop')).code).toBe(0)
  for (const words of [['serve'], ['merchants', 'list'], ['keys', 'list', '--merchant', 'mer_1']]) {
    const ended = await goodfaith(withEnv({ MASTER_SECRET: 'another secret that is long enough 123' }), ...words)
    expectRefusal(ended, /does not open this database/)
  }
  rmSync(join(place.home, '.config/goodfaith'), { recursive: true })
  expectRefusal(await goodfaith(place, 'merchants', 'list'), /The master secret of \S+ is missing/)
  expect(existsSync(join(place.home, '.config/goodfaith'))).toBe(false)
})

test('a database that was made with a given secret asks for it, and no other is made', async () => {
  const given = withEnv({ MASTER_SECRET: 'a given secret that is long enough 123456' })
  expect((await goodfaith(given, 'merchants', 'create', '--name', 'Shop')).code).toBe(0)
  expectRefusal(await goodfaith(place, 'merchants', 'list'), /was made with a master secret that is not given now/)
  expect(existsSync(place.home)).toBe(false)
})

test('a secret inside the data folder is refused: a copy of the folder would open itself', async () => {
  const folder = join(place.folder, 'data')
  mkdirSync(folder)
  const file = join(folder, 'master.key')
  writeFileSync(file, 'a given secret that is long enough 123456')
  expectRefusal(await goodfaith(withEnv({ MASTER_SECRET_FILE: file }), 'serve'), /lies inside the data folder/)
})

test('a second server on one folder is refused; commands are not', async () => {
  const server = await serveProgram(place)
  expectRefusal(await goodfaith(place, 'serve'), /Another server already runs on the data folder/)
  const made = await goodfaith(place, 'merchants', 'create', '--name', 'Beside', '--json')
  expect(made.code).toBe(0)
  expect((await server.stop()).code).toBe(0)
  const again = await serveProgram(place)
  expect((await again.stop()).code).toBe(0)
})

test('a server that was killed leaves no lock behind', async () => {
  const server = await serveProgram(place)
  expect((await server.stop('SIGKILL')).code).toBeNull()
  const again = await serveProgram(place)
  expect((await again.stop()).code).toBe(0)
})

test.each([
  [['keys', 'rotate', '--key', 'key_1'], 2, '--part is missing.'],
  [['keys', 'rotate', '--key', 'key_1', '--part', 'all'], 2, '--part is one of signing, secret, both'],
  [['keys', 'rotate', '--key', 'key_1', '--part', 'both', '--overlap', 'soon'], 2, '--overlap is a time'],
  [['keys', 'create', '--merchant', 'mer_1', '--mode', 'prod'], 2, '--mode is one of test, live'],
  [['serve', '--role', 'chef'], 2, '--role knows edge, api, console, worker'],
  [['merchants'], 2, 'There is no command "merchants"'],
  [['merchants', 'create', '--name', 'X', '--origin', 'shop.example'], 1, 'shop.example is not an origin'],
  [['keys', 'revoke', '--key', 'key_1'], 1, 'There is no such key.'],
  [['keys', 'list', '--merchant', 'mer_1'], 1, 'There is no such merchant.'],
  [['people', 'create', '--merchant', 'mer_1', '--email', 'a@b.example'], 1, 'There is no such merchant.'],
] as const)('%j: code %i', async (words, code, sentence) => {
  const ended = await goodfaith(place, ...words)
  expect(ended).toMatchObject({ code, out: '' })
  expect(ended.err).toContain(sentence)
})

test('the doctor tells a secret that others can read', async () => {
  expect((await goodfaith(place, 'merchants', 'create', '--name', 'Shop')).code).toBe(0)
  chmodSync(join(place.folder, 'data'), 0o755)
  const { out } = await goodfaith(place, 'doctor', '--json')
  const { checks } = JSON.parse(out) as { checks: { name: string; state: string; fix: string | null }[] }
  expect(checks.find(({ name }) => name === 'data folder')).toMatchObject({
    state: 'warn',
    fix: expect.stringContaining('chmod 700'),
  })
})
