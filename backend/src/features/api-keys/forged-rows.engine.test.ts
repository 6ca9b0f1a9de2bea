import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { createApiKey } from '../../platform/keys/api-key.ts'
import { openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { withServer } from '../../testing/servers.ts'
import { operator } from '../audit/service.ts'
import { operatorAuditEntries } from '../audit/collections.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { apiKeys, apiKeyTokens, type ApiKeyDocument } from './collections.ts'
import { tokenOf } from './draft.ts'

jest.setTimeout(60_000)

/** Somebody who writes the database and holds no master secret. What he writes is written here through the port. */
const suite = (open: () => Promise<{ house: TestHouse; remove: () => Promise<void> }>): void => {
  let house: TestHouse
  let remove: () => Promise<void>
  let shop: NewMerchant
  beforeAll(async () => {
    ;({ house, remove } = await open())
    shop = await house.createMerchant()
  })
  afterAll(() => remove())

  const database = () => house.foundation.documents.operator()
  const read = async (secretKey: string) => {
    const answer = await send(house, { method: 'GET', path: '/v1/assessments', keys: { ...shop.live, secretKey } })
    return answer.status === 200 ? 'read' : (answer.body as { code: string }).code
  }
  const anyRow = async (): Promise<ApiKeyDocument> => {
    const made = await house.foundation.apiKeys.create(operator, {
      ...{ merchantId: shop.merchantId, mode: 'live', name: 'Shop', scopes: ['score'] },
    })
    return (await database().get(apiKeys, made.keyId)) as ApiKeyDocument
  }
  const told = async (keyId: string) => {
    await house.services.traces.flush()
    const { items } = await database().find(operatorAuditEntries, {}, { limit: 500, scan: true })
    return items.flatMap(({ action, object, details }) =>
      action === 'key.row_refused' && object?.id === keyId ? [details['problem']] : [],
    )
  }

  test.each([
    ['without a digest over it', (row: ApiKeyDocument) => ({ ...row, mac: undefined }), 'unsigned'],
    ['with the digest of another row', (row: ApiKeyDocument) => row, 'changed'],
    ['with a digest of zeros', (row: ApiKeyDocument) => ({ ...row, mac: `v1.${'0'.repeat(64)}` }), 'changed'],
  ])('a row that was slipped in opens nothing, %s, and is told of', async (name, forge, problem) => {
    const printed = createApiKey('secret', 'live')
    const { mac, ...row } = forge(await anyRow())
    const id = `key_SLIPPEDIN${name.length}`
    const document = { ...row, ...(mac !== undefined && { mac }), id, tokens: [tokenOf(printed)] }
    await database().write({ insert: apiKeys, document })
    await database().write({ insert: apiKeyTokens, document: { id: tokenOf(printed).digest, key_id: id } })
    expect(await read(printed)).toBe('key_unknown')
    expect(await told(id)).toEqual([problem])
    expect(house.logged.join('')).toContain(id)
    expect(await house.metrics.registry.metrics()).toContain(`goodfaith_key_rows_refused_total{problem="${problem}"}`)
    await expect(house.foundation.apiKeys.rotate(operator, { keyId: id, part: 'both', overlapMs: 0 })).rejects.toThrow()
    await house.foundation.apiKeys.revoke(operator, { keyId: id })
    expect(await read(printed)).toBe('key_revoked')
  })

  test.each([
    ['scopes', { scopes: ['read', 'lists'] }],
    ['store', { merchant_id: 'mer_OTHER' }],
    ['mode', { mode: 'test' }],
    ['networks', { networks: [] }],
    ['expiry', { expires_at: 4_000_000_000_000 }],
  ])('a row whose %s was changed opens nothing', async (_, set) => {
    const made = await house.foundation.apiKeys.create(operator, {
      ...{ merchantId: shop.merchantId, mode: 'live', name: 'Shop', networks: ['0.0.0.0/0', '::/0'] },
    })
    await database().write({ update: apiKeys, id: made.keyId, changes: { set } })
    expect(await read(made.secretKey)).toBe('key_unknown')
    expect(await told(made.keyId)).toEqual(['changed'])
  })

  test('the row of before its revocation, put back whole, opens nothing', async () => {
    const { foundation } = house
    const wanted = { merchantId: shop.merchantId, mode: 'live', name: 'Shop' } as const
    const made = await foundation.apiKeys.create(operator, wanted)
    const before = (await database().get(apiKeys, made.keyId)) as ApiKeyDocument
    expect(await read(made.secretKey)).toBe('read')
    await foundation.apiKeys.revoke(operator, { keyId: made.keyId })
    expect(await read(made.secretKey)).toBe('key_revoked')
    const { revoked_at, mac = '', revision } = before
    await database().write({ update: apiKeys, id: made.keyId, changes: { set: { revoked_at, mac, revision } } })
    await foundation.changes.announce()
    expect(await read(made.secretKey)).toBe('key_unknown')
    expect(await told(made.keyId)).toEqual(['revocation_undone'])
  })

  test('rows of a release before they were signed are refused until the operator believes them', async () => {
    const { apiKeys: service, changes } = house.foundation
    const made = await service.create(operator, { merchantId: shop.merchantId, mode: 'live', name: 'Old' })
    await database().write({ update: apiKeys, id: made.keyId, changes: { unset: ['mac'] } })
    await changes.announce()
    expect(await read(made.secretKey)).toBe('key_unknown')
    expect((await service.unsigned()).map(({ id }) => id)).toEqual([made.keyId])
    expect(await service.sign(operator, [made.keyId])).toEqual([made.keyId])
    expect(await read(made.secretKey)).toBe('read')
    expect(await service.unsigned()).toEqual([])
  })
}

describe('on SQLite', () => {
  suite(async () => {
    const house = await openTestHouse()
    return { house, remove: () => house.remove() }
  })

  test('a row written into the file itself, past the program, opens nothing', async () => {
    const house = await openTestHouse()
    const shop = await house.createMerchant()
    const printed = createApiKey('secret', 'live')
    const { digest } = tokenOf(printed)
    const db = new Database(join(house.folder, 'goodfaith.db'))
    const row = db.prepare<[], { id: string; body: string }>(
      `SELECT id, body FROM api_keys WHERE body LIKE '%"kind":"secret"%' AND body LIKE '%"mode":"live"%'`,
    )
    const { id = '', body = '{}' } = row.get() ?? {}
    const forged = { ...(JSON.parse(body) as ApiKeyDocument), tokens: [tokenOf(printed)] }
    db.prepare('UPDATE api_keys SET body = ? WHERE id = ?').run(JSON.stringify(forged), id)
    db.prepare(`INSERT INTO api_key_tokens (tenant, id, body) SELECT tenant, ?, ? FROM api_key_tokens LIMIT 1`).run(
      digest,
      JSON.stringify({ key_id: id }),
    )
    db.close()
    const answer = await send(house, {
      method: 'GET',
      path: '/v1/assessments',
      keys: { ...shop.live, secretKey: printed },
    })
    expect(answer.body).toMatchObject({ code: 'key_unknown' })
    expect(house.logged.join('')).toContain(id)
    await house.remove()
  })
})

withServer('mongodb', 'on MongoDB', (mongodb) => {
  suite(async () => {
    const place = await createMongoPlace(mongodb)
    const house = await openTestHouse({ env: { DATABASE_URL: place.uri } })
    return {
      house,
      remove: async () => {
        await house.remove()
        await place.remove()
      },
    }
  })
})
