import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AuditPage, AuditVerification } from '#contract/audit.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { operator, recordCrossing } from './service.ts'

let house: TestHouse
let shop: NewMerchant
let other: NewMerchant
let now = Date.now()

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  other = await house.createMerchant('Other')
})
afterAll(() => house.remove())

const trail = () => house.foundation.trail
const rename = (name: string) => house.foundation.merchants.changeSettings(operator, shop.merchantId, { name })
const read = async (query = '') =>
  AuditPage.parse((await send(house, { method: 'GET', path: `/v1/audit${query}`, keys: shop.live })).body)
const exported = async (): Promise<string> => {
  let text = ''
  for await (const line of trail().export(shop.organizationId)) text += line
  return text
}

test('entries get their place in the chain of their organisation, once', async () => {
  await rename('One')
  expect(await trail().hasNew()).toBe(true)
  await trail().follow()
  expect([await trail().hasNew(), await trail().follow()]).toEqual([false, 0])
  const before = await trail().verify(shop.organizationId)
  expect(before).toMatchObject({ ok: true, first_bad: null })
  now += 60_000
  await rename('Two')
  await trail().follow()
  expect(await trail().verify(shop.organizationId)).toMatchObject({ ok: true, links: before.links + 1 })
})

test('an entry that comes long after its time gets a place within a minute', async () => {
  await trail().follow()
  now += 1_000
  const late = { command: 'late', merchantId: null, at: now - 5 * 60_000 }
  await recordCrossing(house.foundation.documents, late)
  expect(await trail().hasNew()).toBe(false)
  now += 60_000
  expect(await trail().hasNew()).toBe(true)
  expect(await trail().follow()).toBe(1)
})

test('a key reads what concerns its store, newest first, and verifies', async () => {
  const { data } = await read()
  expect(data[0]).toMatchObject({ action: 'merchant.settings_changed', actor: { type: 'operator', id: null } })
  const first = await read('?limit=1')
  expect(first.data).toEqual([data[0]])
  expect((await read(`?limit=1&after=${first.next_cursor ?? ''}`)).data).toEqual([data[1]])
  const created = await read('?action=merchant.created')
  expect(created.data.map(({ action }) => action)).toEqual(['merchant.created'])
  const answer = await send(house, { method: 'GET', path: '/v1/audit/verify', keys: shop.live })
  expect(AuditVerification.parse(answer.body)).toMatchObject({ ok: true, organization_id: shop.organizationId })
  expect(JSON.stringify(data)).not.toContain(other.merchantId)
})

test('a batch of verdicts is one entry that covers each of them', async () => {
  const scored = await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live })
  const jobs = house.startWork()
  await jobs.runNow('fold-verdicts')
  await jobs.stop()
  await trail().follow()
  const [entry] = (await read('?action=assessments.decided')).data
  const { id } = scored.body as { id: string }
  expect(entry).toMatchObject({ actor: { type: 'worker' }, details: { verdicts: id, count: 1 } })
})

test('signed heads are kept outside the database, once per change', async () => {
  await trail().anchor()
  const { anchors } = await trail().verify(shop.organizationId)
  await trail().anchor()
  expect(anchors).toBeGreaterThan(0)
  expect(await trail().verify(shop.organizationId)).toMatchObject({ ok: true, anchors })
  expect(await trail().chains()).toContain(shop.organizationId)
})

test('when the keys of a store are destroyed, the chain still verifies', async () => {
  const gone = await house.createMerchant('Gone')
  await send(house, { path: '/v1/assessments', body: anOrder(), keys: gone.live })
  const jobs = house.startWork()
  await jobs.runNow('fold-verdicts')
  await jobs.stop()
  await trail().follow()
  await house.foundation.vault.destroyKeys(gone.merchantId)
  expect(await trail().verify(gone.organizationId)).toMatchObject({ ok: true, sealed_away: 1 })
})

const verifier = resolve(__dirname, '../../../../docs/audit/verify.py')
const python = (file: string): string => {
  try {
    return execFileSync('python3', [verifier, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    return String((error as { readonly stdout?: string }).stdout)
  }
}

test('thirty lines of another language verify an export, and find what was changed in it', async () => {
  const file = join(house.folder, 'export.jsonl')
  const text = await exported()
  writeFileSync(file, text)
  expect(python(file)).toMatch(/^whole, \d+ links/)
  writeFileSync(file, text.replace('merchant.settings_changed', 'merchant.created'))
  expect(python(file)).toMatch(/^broken at \d+/)
})
