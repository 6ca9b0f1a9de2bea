import { devices } from './collections.ts'
import { onBothEngines } from './testing/both-engines.ts'
import { after, computer, hourMs, merchantId, phone, type Device, type Shop } from './testing/shop.ts'

const dayMs = 24 * hourMs

onBothEngines((opened) => {
  const visited = async (shop: Shop, device: Device, ip?: string) => {
    const id = await shop.visit(device, ip === undefined ? {} : { ip })
    const session = await shop.service.forOrder(merchantId, 'live', id, shop.now)
    if (session.state !== 'found' || !session.device) throw new Error('no device was recognised')
    return session.device
  }

  test('a device is new once and then known', async () => {
    const shop = opened()
    const first = await visited(shop, computer('anna'))
    shop.now += dayMs
    const second = await visited(shop, computer('anna'))
    expect(first).toMatchObject({ matched: 'new', firstSeenAt: shop.now - dayMs })
    expect(second).toMatchObject({ id: first.id, keyed: first.keyed, matched: 'exact', firstSeenAt: first.firstSeenAt })
    expect(second.keyed).toMatch(/^[0-9a-f]{64}$/)
  })

  test('it stays one device through a year of small changes', async () => {
    const shop = opened()
    const { id } = await visited(shop, computer('ben'))
    const year: readonly (readonly [string, ...string[]])[] = [
      ['update-1', 'canvas', 'graphics_limits', 'agent_data'],
      ['monitor', 'screen_size', 'pixel_ratio', 'colors'],
      ['holiday', 'time_zone'],
      ['update-2', 'canvas', 'graphics_limits', 'audio'],
      ['home', 'time_zone'],
      ['office', 'fonts', 'font_widths'],
      ['update-3', 'canvas', 'graphics_limits', 'agent_data', 'math'],
    ]
    let device = computer('ben')
    for (const [change, ...names] of year) {
      shop.now += 50 * dayMs
      device = after(device, change, ...names)
      expect(await visited(shop, device)).toMatchObject({ id, matched: 'fuzzy' })
      expect(await visited(shop, device)).toMatchObject({ id, matched: 'exact' })
    }
  })

  test('two computers that share little are two devices', async () => {
    const shop = opened()
    const one = await visited(shop, computer('one'))
    const other = await visited(
      shop,
      after(computer('one'), 'other', 'graphics_card', 'canvas', 'screen_size', 'fonts', 'cores'),
    )
    expect(other).toMatchObject({ matched: 'new' })
    expect(other.id).not.toBe(one.id)
  })

  test('identical phones are one device, and the more networks they come from the less that is believed', async () => {
    const shop = opened()
    const alone = await visited(shop, phone('model-15'))
    let crowd = alone
    for (let shopper = 0; shopper < 40; shopper += 1)
      crowd = await visited(shop, phone('model-15'), `198.51.100.${shopper}`)
    expect(crowd.id).toBe(alone.id)
    expect(crowd.confidence).toBeLessThan(alone.confidence / 2)
    shop.now += 7 * dayMs
    expect((await visited(shop, phone('model-15'))).confidence).toBe(alone.confidence)
  })

  test('at most seven documents are read to recognise a device, however many look alike', async () => {
    const shop = opened()
    const model = phone('model-16')
    for (let variant = 0; variant < 30; variant += 1)
      await shop.visit(after(model, `v${variant}`, 'canvas', 'preferences', 'storage', 'languages'))
    shop.reads = 0
    await shop.visit(after(model, 'newest', 'canvas', 'preferences', 'storage', 'languages'))
    expect(shop.reads).toBeLessThanOrEqual(7)
  })

  test('two first visits of one device at once make one device and two sessions', async () => {
    const shop = opened()
    const ids = await Promise.all([1, 2, 3, 4].map(() => shop.visit(computer('clara'))))
    expect(new Set(ids).size).toBe(4)
    expect((await shop.documents().find(devices, {}, { limit: 10, scan: true })).items).toHaveLength(1)
  })

  test('test mode and live mode know nothing of each other', async () => {
    const shop = opened()
    await shop.visit(computer('dora'))
    const id = await shop.visit(computer('dora'), { mode: 'test' })
    expect(await shop.service.forOrder(merchantId, 'test', id, shop.now)).toMatchObject({ device: { matched: 'new' } })
    expect(await shop.service.forOrder(merchantId, 'live', id, shop.now)).toEqual({ state: 'unknown' })
  })
})
