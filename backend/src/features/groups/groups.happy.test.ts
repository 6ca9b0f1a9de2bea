import { createFold } from '../../platform/outbox/fold.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { createGroupsConsumer } from './service.ts'

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const score = async (email: string, token: string | null) => {
  const payment = token === null ? {} : { payment: { method: 'card', token } }
  const body = anOrder({ email: { address: email }, ...payment })
  const { body: scored } = await send(house, { path: '/v1/assessments', body, keys: shop.test })
  const { order_id: id, reasons } = scored as { order_id: string; reasons: { code: string }[] }
  return { id, codes: reasons.map(({ code }) => code) }
}
const label = (orderId: string, word: string) =>
  send(house, { path: '/v1/labels', body: { order_id: orderId, label: word }, keys: shop.test })
const fold = () => {
  const { documents } = house.foundation
  const consumer = createGroupsConsumer({ documents, stored: house.services.assessments.stored })
  return createFold({ documents, clock: Date.now })('outcome.changed', [consumer])
}

test('a bad order is told one step further, once, and taken back', async () => {
  await score('ada@groups.example', 'tok_shared')
  const bad = await score('ben@groups.example', 'tok_shared')
  await label(bad.id, 'fraud')
  await fold()

  const known = await score('ada@groups.example', null)
  expect(known.codes).toContain('EMAIL_LINKED_BAD')
  const stranger = await score('cleo@groups.example', null)
  expect(stranger.codes).not.toContain('EMAIL_LINKED_BAD')

  await label(bad.id, 'not_fraud')
  await fold()
  expect((await score('ada@groups.example', null)).codes).not.toContain('EMAIL_LINKED_BAD')
})

test('what a crowd shares links nobody', async () => {
  for (let person = 0; person < 8; person += 1) await score(`p${person}@crowd.example`, 'tok_crowd')
  const bad = await score('last@crowd.example', 'tok_crowd')
  await label(bad.id, 'fraud')
  await fold()
  expect((await score('p7@crowd.example', null)).codes).not.toContain('EMAIL_LINKED_BAD')
})
