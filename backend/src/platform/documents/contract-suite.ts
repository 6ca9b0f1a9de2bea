import { createBench } from './testing/bench.ts'
import type { EngineUnderTest } from './testing/engine-under-test.ts'
import { describeBodies } from './testing/suite/bodies.ts'
import { describeBreaks } from './testing/suite/breaks.ts'
import { describeConcurrency } from './testing/suite/concurrency.ts'
import { describeFollowers } from './testing/suite/followers.ts'
import { describeHeads } from './testing/suite/heads.ts'
import { describeHostility } from './testing/suite/hostility.ts'
import { describeQueries } from './testing/suite/queries.ts'
import { describeRings } from './testing/suite/rings.ts'
import { describeScoping } from './testing/suite/scoping.ts'
import { describeSealing } from './testing/suite/sealing.ts'

/** What every engine must do alike. An engine is right when this passes; a feature may rely on nothing else. */
export const describeContract = (engine: EngineUnderTest): void => {
  describe(`the documents port on ${engine.name}`, () => {
    const bench = createBench(engine)
    describe('bodies', () => describeBodies(bench))
    describe('heads', () => describeHeads(bench))
    describe('followers', () => describeFollowers(bench))
    describe('rings', () => describeRings(bench))
    describe('queries', () => describeQueries(bench))
    describe('scoping', () => describeScoping(bench))
    describe('concurrency', () => describeConcurrency(bench))
    describe('breaks', () => describeBreaks(bench))
    describe('hostile input', () => describeHostility(bench))
    describe('sealing and guarding', () => describeSealing(bench))
  })
}
