/**
 * Writes what is made from the evidence registry: docs/evidence.md, the list of published names, and the digests of
 * golden cases that have none yet. What was published is never changed.
 */
import { build } from 'esbuild'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const scoring = join(root, 'backend/src/scoring')
const bundle = join(root, '.cache/evidence.mjs')

await build({
  stdin: {
    contents: `
      export { registry } from './registry.ts'
      export { engineVersion } from './engine-version.ts'
      export { evidencePage } from './evidence-page.ts'
      export { vocabularyPage } from './rules/vocabulary-page.ts'
      export { judgeCase, readCorpus } from './testing/golden.ts'`,
    resolveDir: scoring,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
  logLevel: 'error',
})
const { registry, engineVersion, evidencePage, judgeCase, readCorpus, vocabularyPage } = await import(
  pathToFileURL(bundle).href
)

const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
const say = (line) => process.stdout.write(`${line}\n`)

writeFileSync(join(root, 'docs/evidence.md'), evidencePage(registry))
say(`docs/evidence.md: ${registry.length} evidences`)

writeFileSync(join(root, 'docs/rule-names.md'), vocabularyPage())
say('docs/rule-names.md')

const namesPath = join(scoring, 'golden/registry.json')
const published = JSON.parse(readFileSync(namesPath, 'utf8'))
const appended = registry.map(({ name }) => name).slice(published.length)
writeJson(namesPath, [...published, ...appended])
say(`golden/registry.json: ${appended.length} appended`)

for (const [engine, cases] of readCorpus(join(scoring, 'golden'))) {
  const open = cases.filter(({ digest }) => digest === undefined)
  if (open.length > 0 && engine !== engineVersion)
    throw new Error(`${engine} is released: add cases to ${engineVersion}.`)
  const filled = cases.map((golden) => {
    if (golden.digest !== undefined) return golden
    const { trust_score, decision, digest } = judgeCase(golden)
    return { ...golden, trust_score, decision, digest }
  })
  writeJson(join(scoring, 'golden', `${engine}.json`), filled)
  say(`golden/${engine}.json: ${open.length} digests filled in, ${cases.length} in all`)
}
