import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { startMailServer, type MailServer } from '../../testing/mail-server.ts'
import { withServer } from '../../testing/servers.ts'
import { mails, type MailDocument } from './collections.ts'
import { mailEntry } from './mail-entry.ts'

jest.setTimeout(60_000)

const minute = 60_000
const secret = 'marker-link-that-opens-an-account'
const reset = (to: string) =>
  ({ kind: 'reset-password', to, data: { link: `https://trust.shop.example/reset#${secret}` } }) as const

const write = async ({ foundation }: TestHouse, entry: ReturnType<typeof mailEntry>): Promise<string> => {
  await foundation.documents.operator().write(entry)
  return entry.document.id
}
const stored = ({ foundation }: TestHouse, id: string) => foundation.documents.operator().get(mails, id)
const state = async (house: TestHouse, id: string): Promise<MailDocument['state'] | undefined> =>
  (await stored(house, id))?.state

const suite = (open: (env: Record<string, string>, clock: () => number) => Promise<TestHouse>): void => {
  let house: TestHouse
  let server: MailServer
  let now = Date.UTC(2026, 10, 22, 9)

  beforeAll(async () => {
    server = await startMailServer()
    house = await open({ SMTP_URL: server.url, PUBLIC_URL: 'https://trust.shop.example' }, () => now)
  })
  beforeEach(() => {
    server.answer('take')
  })
  afterAll(async () => {
    await house.remove()
    await server.close()
  })

  const send = () => house.services.mail.send()
  const readers = () => server.received.flatMap(({ to }) => to)

  test('a letter is sent once, as text and HTML, and then forgotten', async () => {
    const id = await write(house, mailEntry(reset('ines@shop.example'), { at: now }))
    expect(await house.services.mail.isDue()).toBe(true)
    await Promise.all([send(), send(), send()])
    expect(readers()).toEqual(['ines@shop.example'])
    const { raw = '', from = '' } = server.received[0] ?? {}
    expect(from).toBe('no-reply@trust.shop.example')
    expect(raw).toMatch(/^Subject: Set a new password\r$/m)
    expect(raw).toContain(`Message-ID: <${id}@trust.shop.example>`)
    expect(raw).toContain('Content-Type: text/plain')
    expect(raw).toContain('Content-Type: text/html')
    expect(raw.replace(/=\r\n/g, '').replace(/=3D/g, '=')).toContain(`https://trust.shop.example/reset#${secret}`)
    expect(await stored(house, id)).toMatchObject({ state: 'sent', letter: null, tries: 1 })
    expect(await house.services.mail.isDue()).toBe(false)
  })

  test('a server that refuses for now is asked again, later each time, until it takes the mail', async () => {
    server.answer('later')
    const id = await write(house, mailEntry(reset('later@shop.example'), { at: now, usefulUntil: now + 60 * minute }))
    await send()
    expect(await stored(house, id)).toMatchObject({ state: 'open', tries: 1, due_at: now + 10_000 })
    await send()
    expect(await stored(house, id)).toMatchObject({ tries: 1 })
    now += 10_000
    await send()
    expect(await stored(house, id)).toMatchObject({ state: 'open', tries: 2, due_at: now + minute })
    server.answer('take')
    now += minute
    await send()
    expect(await state(house, id)).toBe('sent')
    expect(readers().filter((to) => to === 'later@shop.example')).toHaveLength(1)
  })

  test('an address that is refused for good, and a link that ran out, are given up', async () => {
    server.answer('never')
    const refused = await write(house, mailEntry(reset('nobody@shop.example'), { at: now }))
    await send()
    expect(await stored(house, refused)).toMatchObject({ state: 'failed', letter: null })
    const late = await write(house, mailEntry(reset('late@shop.example'), { at: now, usefulUntil: now }))
    server.answer('take')
    await send()
    expect(await state(house, late)).toBe('failed')
    expect(readers()).not.toContain('late@shop.example')
  })

  test('where nobody can know whether it was taken, it is never sent a second time', async () => {
    server.answer('hang-up')
    const id = await write(house, mailEntry(reset('once@shop.example'), { at: now }))
    await send()
    expect(await state(house, id)).toBe('unknown')
    server.answer('take')
    now += 24 * 60 * minute
    await send()
    expect(readers().filter((to) => to === 'once@shop.example')).toHaveLength(1)
  })

  test('a server that does not listen is tried again', async () => {
    const away = await openTestHouse({ env: { SMTP_URL: 'smtp://127.0.0.1:1' }, clock: () => now })
    try {
      const id = await write(away, mailEntry(reset('away@shop.example'), { at: now }))
      await away.services.mail.send()
      expect(await stored(away, id)).toMatchObject({ state: 'open', tries: 1 })
    } finally {
      await away.remove()
    }
  })

  test('a try that died with its process is not made again', async () => {
    const id = await write(house, mailEntry(reset('died@shop.example'), { at: now }))
    const set = { state: 'sending', tries: 1, due_at: now + 5 * minute }
    await house.foundation.documents.operator().write({ update: mails, id, changes: { set } })
    await send()
    expect(await state(house, id)).toBe('sending')
    now += 5 * minute
    await send()
    expect(await state(house, id)).toBe('unknown')
    expect(readers()).not.toContain('died@shop.example')
  })

  test('one cause is one letter', async () => {
    const twice = { at: now, cause: 'the same request' }
    await write(house, mailEntry(reset('cause@shop.example'), twice))
    await expect(write(house, mailEntry(reset('cause@shop.example'), twice))).rejects.toThrow('exists')
  })

  test('neither reader nor link stands in the log', () => {
    expect(house.logged.some((line) => line.includes('not sent'))).toBe(true)
    expect(house.logged.some((line) => line.includes('@shop.example') || line.includes(secret))).toBe(false)
  })
}

describe('mail on SQLite', () => {
  suite((env, clock) => openTestHouse({ env, clock }))

  test('without a mail server it lies in a folder that its owner alone can read', async () => {
    const house = await openTestHouse()
    try {
      const id = await write(house, mailEntry(reset('ines@shop.example'), { at: Date.now() }))
      expect(readdirSync(house.folder).some((name) => readFileOf(house, name).includes(secret))).toBe(false)
      const work = house.startWork()
      await work.runNow('send-mail')
      await work.stop()
      const folder = join(house.folder, 'mail')
      expect(readdirSync(folder).sort()).toEqual([`${id}.html`, `${id}.txt`])
      expect(readFileSync(join(folder, `${id}.txt`), 'utf8')).toContain(secret)
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      expect(statSync(join(folder, `${id}.txt`)).mode & 0o777).toBe(0o600)
    } finally {
      await house.remove()
    }
  })
})

const readFileOf = ({ folder }: TestHouse, name: string): string => {
  const file = join(folder, name)
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'latin1') : ''
}

withServer('mongodb', 'mail on MongoDB', (address) => {
  suite(async (env, clock) => {
    const place = await createMongoPlace(address)
    const house = await openTestHouse({ env: { ...env, DATABASE_URL: place.uri }, clock })
    return {
      ...house,
      remove: async () => {
        await house.remove()
        await place.remove()
      },
    }
  })
})
