import { withServer } from '../../../testing/servers.ts'
import { describeContract } from '../contract-suite.ts'
import { mongoUnderTest } from '../testing/mongo-place.ts'

withServer('mongodb', 'MongoDB', (address) => {
  describeContract(mongoUnderTest(address))
})
