import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { rollup } from 'rollup'
import { at, packagesStayOutside, typescript } from './rollup/room.mjs'

/** Writes docs/roles.md from the table of roles and the declared routes; `--check` only says whether it is what they give. */
const bundle = await rollup({
  input: at('backend/src/roles-page.ts'),
  external: packagesStayOutside,
  plugins: typescript({ define: { __FAILPOINTS__: 'false' }, sourceMap: false }),
})
const file = at('.cache/roles-page.mjs')
await bundle.write({ file, format: 'esm', inlineDynamicImports: true })
await bundle.close()
const { rolesPage } = await import(pathToFileURL(file).href)

const target = at('docs/roles.md')
const page = await format(rolesPage(), { ...(await resolveConfig(target)), parser: 'markdown' })
const isKept = () => {
  try {
    return readFileSync(target, 'utf8') === page
  } catch {
    return false
  }
}

if (!process.argv.includes('--check')) writeFileSync(target, page)
else if (!isKept()) {
  console.error('docs/roles.md is not what the table says: run "node scripts/roles.mjs" and commit it.')
  process.exitCode = 1
}
