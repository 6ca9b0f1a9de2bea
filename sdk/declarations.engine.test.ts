import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { declarations } from './declarations.mjs'

// Inside the repository, so that @types/node is found as in a store's own project; .cache is never committed.
const folder = mkdtempSync(join(__dirname, '../.cache/sdk-types-'))
afterAll(() => rmSync(folder, { recursive: true }))

const uses = {
  right: `
    import { Goodfaith, GoodfaithError, type Assessment, type AssessmentRequest } from './index.mjs'
    const goodfaith = new Goodfaith({ secretKey: 'a', signingSecret: 'b', baseUrl: 'c', retries: undefined })
    const order: AssessmentRequest = { order: { id: '1', amount: 1, currency: 'EUR' }, payment: { method: 'cod' } }
    const verdict: Assessment = await goodfaith.assess(order, { idempotencyKey: 'x', signal: AbortSignal.timeout(1) })
    export const idOf = (error: unknown) =>
      error instanceof GoodfaithError && error.code === 'rate_limited' ? error.requestId : verdict.id`,
  wrongOrder: `
    import type { AssessmentRequest } from './index.mjs'
    export const order: AssessmentRequest = { order: { id: 1, amount: 1, currency: 'EUR' } }`,
  inside: `
    import { readOptions } from './index.mjs'
    export const inside = readOptions`,
}

/** Problems per file. The declarations are written as index.mts, so that they are checked themselves. */
const check = (): Readonly<Record<string, number>> => {
  declarations(join(__dirname, 'src/index.ts'), [join(folder, 'index.mts')]).writeBundle()
  const files = Object.entries(uses).map(([name, source]) => {
    writeFileSync(join(folder, `${name}.mts`), source)
    return join(folder, `${name}.mts`)
  })
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    skipLibCheck: true,
  })
  const problems = ts.getPreEmitDiagnostics(program).map(({ file }) => basename(file?.fileName ?? ''))
  return Object.fromEntries(
    ['index.mts', ...Object.keys(uses)].map((name) => [name, problems.filter((at) => at.startsWith(name)).length]),
  )
}

test("the types stand alone in a store's strict project, and what is inside stays inside", () => {
  expect(check()).toEqual({ 'index.mts': 0, right: 0, wrongOrder: 1, inside: 1 })
})
