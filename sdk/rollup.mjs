import { copyFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { at, packagesStayOutside, strict, typescript } from '../scripts/rollup/room.mjs'
import { declarations } from './declarations.mjs'

const output = at('dist/sdk')

/** With these beside the code, `dist/sdk` is what is published. */
const manifest = {
  name: 'manifest',
  writeBundle() {
    for (const name of ['package.json', 'README.md']) copyFileSync(at(`sdk/${name}`), resolve(output, name))
  },
}

export default [
  {
    ...strict,
    input: at('sdk/src/index.ts'),
    external: packagesStayOutside,
    output: [
      { file: `${output}/index.mjs`, format: 'esm' },
      { file: `${output}/index.cjs`, format: 'cjs' },
    ],
    plugins: [
      ...typescript({ sourceMap: false }),
      declarations(at('sdk/src/index.ts'), [`${output}/index.d.ts`, `${output}/index.d.cts`]),
      manifest,
    ],
  },
]
