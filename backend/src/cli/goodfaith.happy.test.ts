import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createPlace, goodfaith, type Place } from './testing/program.ts'

// Programs are started, some of them several times; how long that takes says nothing here.
jest.setTimeout(120_000)

let place: Place
let merchantId: string

interface KeySet {
  readonly publishable_key: string
  readonly secret_key: string
  readonly signing_secret: string
}
const json = async <Shape>(...words: readonly string[]): Promise<Shape> => {
  const { code, out, err } = await goodfaith(place, ...words, '--json')
  if (code !== 0) throw new Error(err)
  expect(out.trim().split('\n')).toHaveLength(1)
  return JSON.parse(out) as Shape
}
const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown

beforeAll(async () => {
  place = createPlace()
  const made = await goodfaith(
    place,
    'merchants',
    'create',
    '--name',
    'Shop',
    '--origin',
    'https://shop.example',
    '--json',
  )
  expect(made.err).toContain('A master secret was made')
  merchantId = (JSON.parse(made.out) as { merchant_id: string }).merchant_id
})
afterAll(() => {
  place.remove()
})

test('the first command makes the master secret outside the data folder, for this user alone', () => {
  const secrets = join(place.home, '.config/goodfaith')
  const [file = ''] = readdirSync(secrets)
  expect(file).toMatch(/^[0-9a-f]{16}\.key$/)
  expect(statSync(join(secrets, file)).mode & 0o777).toBe(0o600)
  expect(statSync(join(place.folder, 'data')).mode & 0o777).toBe(0o700)
})

test('merchants create answers both key sets, in the promised form', async () => {
  const {
    test: testKeys,
    live,
    ...rest
  } = await json<Record<string, unknown> & { test: KeySet; live: KeySet }>(
    ...['merchants', 'create', '--name', 'Second', '--origin', 'https://a.example', '--origin', 'https://b.example'],
  )
  expect(rest).toEqual({
    merchant_id: expect.stringMatching(/^mer_[0-9A-Z]{26}$/) as unknown,
    organization_id: expect.stringMatching(/^org_[0-9A-Z]{26}$/) as unknown,
  })
  for (const [mode, set] of Object.entries({ test: testKeys, live })) {
    expect(set).toEqual({
      publishable_key: expect.stringMatching(/^gfp_\w{4}_[0-9A-Za-z]{49}$/) as unknown,
      secret_key: expect.stringMatching(/^gfs_\w{4}_[0-9A-Za-z]{49}$/) as unknown,
      signing_secret: expect.stringMatching(/^gfk_\w{4}_[0-9A-Za-z]{49}$/) as unknown,
    })
    expect(Object.values(set).map((key: string) => key.slice(4, 8))).toEqual([mode, mode, mode])
  }
})

test('merchants list', async () => {
  const { data } = await json<{ data: unknown[] }>('merchants', 'list')
  expect(data[0]).toEqual({
    merchant_id: merchantId,
    organization_id: expect.any(String) as unknown,
    name: 'Shop',
    created_at: iso,
  })
})

test('keys: create, rotate, list, revoke', async () => {
  const created = await json<Record<string, string>>(
    'keys',
    'create',
    '--merchant',
    merchantId,
    '--mode',
    'test',
    '--name',
    'CI',
  )
  expect(Object.keys(created)).toEqual(['key_id', 'mode', 'secret_key', 'signing_secret'])
  const key = created['key_id'] ?? ''

  const rotated = await json<Record<string, string>>(
    'keys',
    'rotate',
    '--key',
    key,
    '--part',
    'signing',
    '--overlap',
    '0s',
  )
  expect(Object.keys(rotated)).toEqual(['key_id', 'signing_secret', 'previous_valid_until'])
  const both = await json<Record<string, string>>('keys', 'rotate', '--key', key, '--part', 'both')
  expect(Object.keys(both)).toEqual(['key_id', 'secret_key', 'signing_secret', 'previous_valid_until'])

  const revoked = await json<Record<string, string>>('keys', 'revoke', '--key', key)
  expect(revoked).toEqual({ key_id: key, revoked_at: iso })

  const { data } = await json<{ data: Record<string, unknown>[] }>('keys', 'list', '--merchant', merchantId)
  expect(data).toHaveLength(5)
  expect(data.find(({ key_id: id }) => id === key)).toEqual({
    key_id: key,
    kind: 'secret',
    mode: 'test',
    prefix: both['secret_key']?.slice(9, 17),
    name: 'CI',
    created_at: iso,
    last_used_at: null,
    expires_at: null,
    revoked_at: revoked['revoked_at'],
  })
})

test('people create prints a password, once', async () => {
  const made = await json<Record<string, string>>(
    'people',
    'create',
    '--merchant',
    merchantId,
    '--email',
    'ines@shop.example',
  )
  expect(made).toMatchObject({ email: 'ines@shop.example', role: 'owner' })
  expect(made['password']).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/)
})

test('keys rotate-identifiers asks the worker, once, and says how far it is', async () => {
  const progress = await json<Record<string, unknown>>('keys', 'rotate-identifiers', '--detach')
  expect(progress).toEqual({ phase: 'asked', stores: 0, copied: 0, removed: 0, asked_at: iso, done_at: null })
  expect(await json('keys', 'rotate-identifiers', '--detach')).toEqual(progress)
  const { code, err } = await goodfaith(place, 'keys', 'rotate-identifiers', '--merchant', 'mer_nobody', '--detach')
  expect([code, err]).toEqual([1, expect.stringContaining('no such merchant')])
})

test('the doctor looks at everything and makes nothing', async () => {
  const { code, out } = await goodfaith(place, 'doctor', '--json')
  const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { name: string; state: string; fix: unknown }[] }
  expect({ code, ok }).toEqual({ code: 0, ok: true })
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['node', 'configuration', 'data folder', 'master secret', 'database', 'server']),
  )
  for (const { state, fix } of checks) expect(fix === null).toBe(state === 'ok')

  const empty = createPlace()
  try {
    expect((await goodfaith(empty, 'doctor')).code).toBe(0)
    expect([existsSync(join(empty.folder, 'data')), existsSync(empty.home)]).toEqual([false, false])
  } finally {
    empty.remove()
  }
})
