import { build } from 'esbuild'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname, '../..')

/** The program's own reading, scoring and learning, bundled from source: nothing is rebuilt for the benchmark. */
export const loadPipeline = async () => {
  const outfile = join(root, '.cache/bench/pipeline.mjs')
  await build({
    stdin: {
      contents: `
        export { createDerive } from './features/assessments/service.ts'
        export { createIpFacts } from './platform/facts/ip-facts.ts'
        export { createStoreKeys } from './platform/vault/store-keys.ts'
        export { createPrepare } from './features/streams/prepare.ts'
        export { createStreamRun } from './features/streams/run-stream.ts'
        export { noSchema } from './features/streams/input-schema.ts'
        export { learnedInputs } from './scoring/learned-inputs.ts'
        export { weighingOf } from './scoring/card.ts'
        export { judge, noExtras } from './scoring/judge.ts'
        export { ruleFieldsOf } from './scoring/rules/rule-fields.ts'
        export { defaultPolicy } from './scoring/policy.ts'
        export { binCount } from './scoring/learning/tables.ts'
        export { columnBin } from './scoring/learning/features.ts'
        export { learn } from './scoring/learning/learn.ts'
        export { logOddsOfSum } from './scoring/learning/log-odds.ts'
        export { createMatrixBuilder, selectRows } from './scoring/learning/matrix.ts'
        export { measuresOf, moneySaved } from './scoring/learning/measures.ts'`,
      resolveDir: join(root, 'backend/src'),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    define: { __FAILPOINTS__: 'false', __VERSION__: '"bench"' },
    outfile,
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}
