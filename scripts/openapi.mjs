import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { rollup } from 'rollup'
import { at, packagesStayOutside, typescript } from './rollup/room.mjs'

/** Writes openapi.json from the declared routes; `--check` only says whether it is what they give. */
const bundle = await rollup({
  input: at('backend/src/api-description.ts'),
  external: packagesStayOutside,
  plugins: typescript({ define: { __FAILPOINTS__: 'false' }, sourceMap: false }),
})
const file = at('.cache/api-description.mjs')
await bundle.write({ file, format: 'esm', inlineDynamicImports: true })
await bundle.close()
const { apiDescription } = await import(pathToFileURL(file).href)

const target = at('openapi.json')
const described = apiDescription()
const isKept = () => {
  try {
    return readFileSync(target, 'utf8') === described
  } catch {
    return false
  }
}

if (!process.argv.includes('--check')) writeFileSync(target, described)
else if (!isKept()) {
  console.error('openapi.json is not what the routes say: run "node scripts/openapi.mjs" and commit it.')
  process.exitCode = 1
}
