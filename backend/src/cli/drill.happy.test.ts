import { existsSync, readFileSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { signInTo } from '../testing/console.ts'
import { anOrder, openTestHouse, send, testMasterSecret } from '../testing/house.ts'
import { drillBreach } from './commands/drill.ts'
import { UsageError } from './command.ts'

jest.setTimeout(60_000)

interface Printed {
  readonly revoked_keys: readonly string[]
  readonly signed_out: readonly string[]
  readonly tell: readonly { readonly email: string }[]
  readonly files: readonly string[]
}

test('a breach ends keys and sessions, says who must be told, and leaves the papers', async () => {
  const house = await openTestHouse()
  const shop = await house.createMerchant('Marlow Audio')
  const other = await house.createMerchant('Other')
  const owner = await signInTo(house, shop.organizationId)
  const viewer = await signInTo(house, shop.organizationId, 'viewer')
  const stranger = await signInTo(house, other.organizationId)
  const config = readConfig({ DATA_DIR: house.folder, MASTER_SECRET: testMasterSecret })
  const open = () => Promise.resolve(house.foundation)
  const around = { config, root: '', note: () => undefined, open, openExisting: open }
  const drill = async (given: Record<string, string | boolean | readonly string[]>): Promise<Printed> =>
    (await drillBreach.run({ merchant: shop.merchantId, ...given }, around)).json as Printed
  const score = async (keys = shop.live) =>
    (await send(house, { path: '/v1/assessments', body: anOrder(), keys })).status

  await expect(drill({})).rejects.toThrow(UsageError)
  const rehearsed = await drill({ all: true, rehearse: true })
  expect(rehearsed.revoked_keys).toHaveLength(4)
  expect([await score(), (await owner.get('/me')).status]).toEqual([200, 200])

  const { files, ...done } = await drill({ all: true, what: 'A laptop was stolen.' })
  expect(done.revoked_keys).toHaveLength(4)
  expect(done.tell.map(({ email }) => email)).toEqual([owner.email])
  expect([await score(), await score(shop.test), await score(other.live)]).toEqual([401, 401, 200])
  const asked = await Promise.all([owner, viewer, stranger].map((person) => person.get('/me')))
  expect(asked.map(({ status }) => status)).toEqual([401, 401, 200])
  expect(files.every((file) => existsSync(file))).toBe(true)
  const papers = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  expect(papers).toContain('A laptop was stolen.')
  expect(papers).toContain(owner.email)
  expect(papers).not.toMatch(/gf[sk]_(?:live|test)_/)
  await house.remove()
})
