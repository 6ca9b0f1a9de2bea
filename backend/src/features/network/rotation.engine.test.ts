import { createMongoPlace } from '../../platform/documents/testing/mongo-place.ts'
import { versionOf } from '../../platform/vault/ladder.ts'
import { createRotation } from '../../rotation.ts'
import { withServer } from '../../testing/servers.ts'
import { linesOf, openShops, thief } from './testing/shops.ts'

jest.setTimeout(120_000)

/** One page a slice, and no waiting: all processes of these tests are this one. */
const timing = { heardMs: 0, lateMs: 0, sliceMs: 0 }

const suite = (env: () => Readonly<Record<string, string>>): void => {
  let street: Awaited<ReturnType<typeof openShops>>
  beforeAll(async () => {
    street = await openShops(5, env())
    for (const at of [0, 1, 2, 3, 4]) {
      await street.share(street.shop(at))
      await street.order(street.shop(at), { email: { address: `buyer${at}@shop.example` } })
    }
  })
  afterAll(() => street.house.remove())

  const rotation = () => {
    const { house } = street
    return createRotation(house.foundation, house.services.network, house.clock, timing)
  }
  const confirm = async (at: number) => {
    const fraud = await street.order(street.shop(at), thief)
    await street.label(street.shop(at), fraud, 'fraud')
    await street.work()
    return fraud
  }
  /** What the fifth store hears of the thief's mailbox. */
  const heard = async (): Promise<unknown> =>
    linesOf(await street.order(street.shop(4), thief)).find(({ code }) => code === 'NETWORK_FRAUD_EMAIL')?.value
  const rotateWhile = async (work: () => Promise<void>): Promise<readonly string[]> => {
    const { ask, progress, rotate } = rotation()
    const phases: string[] = [(await ask(null)).phase]
    while (phases.at(-1) !== 'done') {
      await rotate()
      phases.push((await progress())?.phase ?? 'none')
      await work()
    }
    return [...new Set(phases)]
  }
  const versions = async (): Promise<readonly number[]> => {
    const names = [...(await street.rows()).map(({ identifier }) => identifier), ...(await street.summaries())]
    return [...new Set(names.map((one) => versionOf(typeof one === 'string' ? one : one.id)))]
  }

  test('what others said is heard before, while and after the key of the network is rotated', async () => {
    for (const at of [0, 1, 2]) await confirm(at)
    expect([await heard(), await versions()]).toEqual(['3 to 9', [1]])
    const told: unknown[] = []
    const phases = await rotateWhile(async () => {
      told.push(await heard())
    })
    expect(phases).toEqual(['asked', 'reading', 'copying', 'settling', 'done'])
    expect(new Set(told)).toEqual(new Set(['3 to 9']))
    expect([await heard(), await versions()]).toEqual(['3 to 9', [2]])
  })

  test('news that come meanwhile are neither lost nor raised again', async () => {
    const fraud = await confirm(3)
    await street.label(street.shop(0), await street.order(street.shop(0), thief), 'fraud')
    const rows = async (): Promise<number> => (await street.rows()).length
    const before = await rows()
    let turn = 0
    await rotateWhile(async () => {
      turn += 1
      if (turn === 2) await confirm(1)
      // Taken back while its row is on its way.
      if (turn === 3) await street.label(street.shop(3), fraud, 'clear')
      await street.work()
    })
    expect(await versions()).toEqual([3])
    expect(await rows()).toBeLessThanOrEqual(before)
    const ours = (await street.rows()).filter(({ identifier }) => identifier.startsWith('email:'))
    const bad = ours.filter(({ gifts }) => gifts.some(([, , , badAt]) => badAt > 0))
    expect(bad).toHaveLength(3)
    expect(await heard()).toBe('3 to 9')
  })

  test('a store that leaves while the key is rotated is out of every row and summary', async () => {
    await rotateWhile(async () => {
      await street.share(street.shop(1), false)
      await street.work()
    })
    street.time.now += 16 * 60_000
    await street.work()
    const names = new Set((await street.rows()).map(({ store }) => store))
    for (const { fraud } of await street.summaries()) for (const [store] of fraud) expect(names).toContain(store)
    expect(await heard()).toBeUndefined()
  })
}

describe('SQLite', () => {
  suite(() => ({}))
})

withServer('mongodb', 'MongoDB', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>>
  beforeAll(async () => {
    place = await createMongoPlace(address)
  })
  afterAll(() => place.remove())
  suite(() => ({ DATABASE_URL: place.uri }))
})
