import { fromSource } from '../from-source.mjs'

const modules = `
  export { createDerive } from './features/assessments/service.ts'
  export { createIpFacts } from './platform/facts/ip-facts.ts'
  export { createStoreKeys } from './platform/vault/store-keys.ts'
  export { createPrepare } from './features/streams/prepare.ts'
  export { createStreamRun } from './features/streams/run-stream.ts'
  export { noSchema } from './features/streams/input-schema.ts'
  export { learnedInputs } from './scoring/learned-inputs.ts'
  export { baseOf } from './scoring/base.ts'
  export { weighingOf } from './scoring/card.ts'
  export { judge, noExtras } from './scoring/judge.ts'
  export { ruleFieldsOf } from './scoring/rules/rule-fields.ts'
  export { defaultPolicy } from './scoring/policy.ts'
  export { binCount } from './scoring/learning/tables.ts'
  export { columnBin } from './scoring/learning/features.ts'
  export { learn } from './scoring/learning/learn.ts'
  export { logOddsOfSum } from './scoring/learning/log-odds.ts'
  export { createMatrixBuilder, selectRows } from './scoring/learning/matrix.ts'
  export { measuresOf, moneySaved } from './scoring/learning/measures.ts'`

/** The program's own reading, scoring and learning. A name of its own for each process that runs at once. */
export const loadPipeline = (name = 'pipeline') => fromSource(name, 'backend/src', modules)
