import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OrderRow } from '#contract/console.ts'
import { callConsole, cookiesOf, signInTo } from '../../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../../testing/house.ts'
import type { NewMerchant } from '../../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let server: Server
let url: string

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  server = createServer(house.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await house.remove()
})

/** Reads until the text fits, or the stream ends; gives back all that came. */
const follow = async (cookie: string, mode = 'live') => {
  const answer = await fetch(`${url}/console/v1/stores/${shop.merchantId}/${mode}/stream`, {
    headers: { 'x-goodfaith-console': '1', cookie },
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (fits: (text: string) => boolean): Promise<string> => {
    while (!fits(text)) {
      const part = await reader?.read()
      if (!part || part.done) return `${text}(end)`
      text += part.value
    }
    return text
  }
  return { answer, until, stop: async () => reader?.cancel() }
}

test('a scored order arrives as one line of the list; another mode hears nothing', async () => {
  const { cookie } = await signInTo(house, shop.organizationId)
  const live = await follow(cookie)
  expect(live.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  await live.until((text) => text.includes(': open'))
  await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.test })
  const scored = (await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live })).body as {
    id: string
  }
  const text = await live.until((said) => said.includes('event: order') && said.endsWith('\n\n'))
  const events = text.split('\n\n').filter((block) => block.startsWith('event: order'))
  expect(events).toHaveLength(1)
  const row = OrderRow.parse(JSON.parse(events[0]?.split('data: ')[1] ?? ''))
  expect(row.id).toBe(scored.id)
  await live.stop()
})

test('a sign-out ends the stream of that sign-in, and of no other', async () => {
  const ines = await signInTo(house, shop.organizationId)
  const second = await callConsole(house, {
    method: 'post',
    path: '/sign-in',
    body: { email: ines.email, password: ines.password },
  })
  const [ended, going] = [await follow(ines.cookie), await follow(cookiesOf(second))]
  await Promise.all([ended, going].map(({ until }) => until((text) => text.includes(': open'))))
  await ines.post('/sign-out', {})
  expect(await ended.until(() => false)).toMatch(/\(end\)$/)
  await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live })
  expect(await going.until((text) => text.includes('event: order'))).not.toMatch(/\(end\)$/)
  await going.stop()
})

test('a stream ends when the server stops', async () => {
  const { cookie } = await signInTo(house, shop.organizationId)
  const stream = await follow(cookie)
  await stream.until((text) => text.includes(': open'))
  house.stopping.abort()
  expect(await stream.until(() => false)).toMatch(/\(end\)$/)
})
