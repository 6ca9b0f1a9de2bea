import { onBothEngines } from './testing/both-engines.ts'
import { computer, hourMs, merchantId } from './testing/shop.ts'

onBothEngines((opened) => {
  const found = async (id: string) => opened().service.forOrder(merchantId, 'live', id, opened().now)

  test('nothing raw is stored: no address, no agent, no hash of the browser, no time zone in clear', async () => {
    const shop = opened()
    const device = computer('erik')
    const id = await shop.visit(device, { ip: '198.51.100.77' })
    const dumped = Buffer.concat([...(await shop.dump())]).toString('latin1')
    expect(dumped).toContain(id)
    for (const raw of [
      '198.51.100.77',
      'marker-agent',
      'Europe/Berlin',
      'de-DE',
      ...Object.values(device.components),
    ]) {
      expect(dumped).not.toContain(raw)
    }
  })

  test('an id says nothing of the next one', async () => {
    const shop = opened()
    const ids = await Promise.all(Array.from({ length: 50 }, () => shop.visit(computer('fritz'))))
    const chances = ids.map((id) => id.slice(-26))
    expect(new Set(chances).size).toBe(50)
    expect(ids.every((id) => /^ses_[0-9A-HJKMNP-TV-Z]{36}$/.test(id))).toBe(true)
  })

  test.each(['', 'ses_', 'ses_none', '{"$gt":""}', '__proto__', `ses_${'0'.repeat(36)}`, 'x'.repeat(80)])(
    'an id that was never given is unknown: %s',
    async (id) => {
      expect(await found(id)).toEqual({ state: 'unknown' })
    },
  )

  test('after 24 hours a session is expired, after 48 it is gone', async () => {
    const shop = opened()
    const id = await shop.visit(computer('gina'))
    shop.now += 24 * hourMs - 1
    expect(await found(id)).toMatchObject({ state: 'found' })
    shop.now += 1
    expect(await found(id)).toEqual({ state: 'expired' })
    shop.now += 24 * hourMs
    expect(await found(id)).toEqual({ state: 'unknown' })
  })

  test.each([
    ['the browser asks for privacy', { gpc: true }, false],
    ['the script was told to', { facts: { consent: 'reduced' } }, false],
    ['the merchant wants no more', {}, true],
  ])('keeps the strictly necessary list when %s', async (_, more, necessaryOnly) => {
    const shop = opened()
    shop.necessaryOnly = necessaryOnly
    const session = await found(await shop.visit(computer('hans'), more))
    expect(session).toMatchObject({ reduced: true, device: null, storage: null, missingComponents: 0 })
    expect(session).toMatchObject({ timeZone: 'Europe/Berlin', timeZoneCountries: expect.arrayContaining(['DE']) })
  })

  test('a missing origin and missing answers are told, not refused', async () => {
    const shop = opened()
    const id = await shop.visit({ platform: 'linux', components: { canvas: null } }, { origin: null })
    expect(await found(id)).toMatchObject({ originMissing: true, device: null, missingComponents: 17 })
  })

  test('a shopper who had not consented has no session and no price to pay', async () => {
    expect(await found('no_consent')).toEqual({ state: 'no_consent' })
  })
})
