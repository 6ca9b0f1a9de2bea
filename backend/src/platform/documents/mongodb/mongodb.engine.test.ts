import { withServer } from '../../../testing/servers.ts'
import { describeContract } from '../contract-suite.ts'
import { mongoUnderTest } from '../testing/mongo-place.ts'

// A server on a busy machine, and one that may look through whole collections where MongoDB has an index.
jest.setTimeout(60_000)

withServer('mongodb', 'MongoDB', (address) => {
  describeContract(mongoUnderTest(address))
})
