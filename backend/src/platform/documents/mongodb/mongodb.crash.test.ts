import { withServer } from '../../../testing/servers.ts'
import { describeCrashes } from '../testing/crash/crash-suite.ts'
import { crashSealer } from '../testing/crash/child.ts'
import { everyCollection } from '../testing/fixtures.ts'
import { createMongoPlace } from '../testing/mongo-place.ts'
import { openMongo } from './open-mongo.ts'

withServer('mongodb', 'MongoDB, killed', (address) => {
  let place: Awaited<ReturnType<typeof createMongoPlace>>
  beforeAll(async () => {
    place = await createMongoPlace(address)
  })
  afterAll(() => place.remove())

  describeCrashes({
    name: 'MongoDB',
    rounds: 10,
    child: 'mongo-child',
    place: () => place.uri,
    open: () => openMongo({ uri: place.uri, sealer: crashSealer(), clock: Date.now, collections: everyCollection }),
  })
})
