import { describeContract } from '../contract-suite.ts'
import { sqliteUnderTest } from '../testing/sqlite-place.ts'

describeContract(sqliteUnderTest)
