import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDescribedClient, type Description } from './described-client.ts'
import { newKey, openTestHouse, type TestHouse } from './house.ts'
import type { KeySet } from '../features/merchants/service.ts'

let house: TestHouse
let server: Server
let url: string
let keys: KeySet
let described: Description
beforeAll(async () => {
  house = await openTestHouse()
  keys = (await house.createMerchant()).test
  server = createServer(house.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  described = (await (await fetch(`${url}/openapi.json`)).json()) as Description
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await house.remove()
})

const clientOf = (description: Description) => createDescribedClient(url, description, keys)

test('who knows nothing but /openapi.json can open a session, sign, score and read back', async () => {
  const client = clientOf(described)
  expect(client.checkVectors()).toBeGreaterThan(0)

  const session = await client.call('POST', '/v1/sessions', { body: { '/key': keys.publishableKey } })
  expect([session.status, client.missingIn('POST', '/v1/sessions', session)]).toEqual([201, []])

  const given = { '/order/id': `order-${newKey()}`, '/session_id': session.body['session_id'] }
  const scored = await client.call('POST', '/v1/assessments', { body: given })
  expect([scored.status, client.missingIn('POST', '/v1/assessments', scored)]).toEqual([200, []])
  expect(scored.body).toMatchObject({ session_id: session.body['session_id'], order_id: given['/order/id'] })

  const id = String(scored.body['id'])
  const read = await client.call('GET', '/v1/assessments/{id}', { path: { id } })
  expect(read).toEqual(scored)
  const replay = await client.call('POST', '/v1/assessments/{id}/replay', { path: { id } })
  expect(replay).toMatchObject({ status: 200, body: { match: true } })
})

test.each<[string, (description: Description) => void]>([
  [
    'the text to sign',
    ({ paths }) => Reflect.deleteProperty(paths['/v1/assessments']?.['post'] ?? {}, 'x-signed-text'),
  ],
  [
    'the fields of an order',
    ({ paths }) => Reflect.deleteProperty(paths['/v1/assessments']?.['post'] ?? {}, 'requestBody'),
  ],
  ['where it is read back', ({ paths }) => Reflect.deleteProperty(paths, '/v1/assessments/{id}')],
  ['how the signature is made', (whole) => Reflect.deleteProperty(whole, 'x-signature')],
  [
    'what is signed rightly',
    ({ paths }) => Object.assign(paths['/v1/assessments']?.['post'] ?? {}, { 'x-signed-text': '{body}' }),
  ],
])('without %s it could not', async (_, spoil) => {
  const spoiled = structuredClone(described)
  spoil(spoiled)
  const attempt = async () => {
    const client = clientOf(spoiled)
    client.checkVectors()
    const scored = await client.call('POST', '/v1/assessments', { body: { '/order/id': `order-${newKey()}` } })
    if (scored.status !== 200) throw new Error(`answered ${scored.status}`)
    await client.call('GET', '/v1/assessments/{id}', { path: { id: String(scored.body['id']) } })
  }
  await expect(attempt()).rejects.toThrow()
})
