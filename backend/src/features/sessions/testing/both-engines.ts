import type { EngineUnderTest } from '../../../platform/documents/testing/engine-under-test.ts'
import { mongoUnderTest } from '../../../platform/documents/testing/mongo-place.ts'
import { sqliteUnderTest } from '../../../platform/documents/testing/sqlite-place.ts'
import { withServer } from '../../../testing/servers.ts'
import { openShop, type Shop } from './shop.ts'

/** The same tests on every engine, each with a store of its own. */
export const onBothEngines = (suite: (shop: () => Shop) => void): void => {
  const withShop = (engine: EngineUnderTest) => {
    let opened: Shop | undefined
    beforeEach(async () => {
      opened = await openShop(engine)
    })
    afterEach(async () => {
      await opened?.close()
    })
    suite(() => {
      if (!opened) throw new Error('The store is not open.')
      return opened
    })
  }
  describe('SQLite', () => {
    withShop(sqliteUnderTest)
  })
  withServer('mongodb', 'MongoDB', (address) => {
    withShop(mongoUnderTest(address))
  })
}
