import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestHouse } from '../../../testing/house.ts'
import { mails } from '../../mail/collections.ts'
import { createTellAnchors } from './tell-anchors.ts'

jest.setTimeout(60_000)

test('heads are mailed once an hour, whichever process writes, and the letter verifies a chain', async () => {
  const house = await openTestHouse()
  const shop = await house.createMerchant()
  const { documents, trail } = house.foundation
  const failed: unknown[] = []
  const ofProcess = () =>
    createTellAnchors({
      ...{ documents, clock: () => 1_800_000_000_000, mail: 'auditor@elsewhere.example', syslog: undefined },
      failed: (error) => failed.push(error),
    })
  await trail.follow()
  const signed = await trail.anchor()
  await ofProcess()(signed)
  await ofProcess()(signed)
  const { items } = await documents.operator().find(mails, {}, { limit: 10, scan: true })
  expect(items).toHaveLength(1)
  expect(failed).toEqual([])
  const file = join(house.folder, 'mail.txt')
  const { lines } = items[0]?.letter?.data as { readonly lines: string }
  writeFileSync(file, `Keep this.\n\n> ${lines.split('\n').join('\n> ')}\n`)
  expect(await trail.verify(shop.organizationId, undefined, file)).toMatchObject({ ok: true, anchors: 1 })
  await house.remove()
})
