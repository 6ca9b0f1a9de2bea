import { createBench } from './testing/bench.ts'
import type { EngineUnderTest } from './testing/engine-under-test.ts'
import { describeBodies } from './testing/suite/bodies.ts'
import { describeHeads } from './testing/suite/heads.ts'

/** What every engine must do alike. An engine is right when this passes; a feature may rely on nothing else. */
export const describeContract = (engine: EngineUnderTest): void => {
  describe(`the documents port on ${engine.name}`, () => {
    const bench = createBench(engine)
    describe('bodies', () => describeBodies(bench))
    describe('heads', () => describeHeads(bench))
  })
}
