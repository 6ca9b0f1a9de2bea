import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import { at, strict, typescript } from '../scripts/rollup/room.mjs'

const output = at('dist/collector')

/** `gf.<hash>.js` beside `gf.js`, and the SRI value to copy of each. Earlier ones stay, so pages that pinned them go on working. */
const pinned = {
  name: 'pinned-names',
  writeBundle() {
    const code = readFileSync(resolve(output, 'gf.js'))
    const short = createHash('sha256').update(code).digest('hex').slice(0, 12)
    writeFileSync(resolve(output, `gf.${short}.js`), code)
    const pinnedFiles = readdirSync(output).filter((name) => /^gf\.[0-9a-f]{12}\.js$/.test(name))
    const integrity = Object.fromEntries(
      pinnedFiles.map((name) => [name, integrityOf(readFileSync(resolve(output, name)))]),
    )
    const listing = { current: `gf.${short}.js`, integrity }
    writeFileSync(resolve(output, 'sri.json'), `${JSON.stringify(listing, null, 2)}\n`)
  },
}

const integrityOf = (code) => `sha384-${createHash('sha384').update(code).digest('base64')}`

/** Browsers of 2020 and later; an older one fails to parse it, which gives no session and no error of the page's own. */
const target = 'es2020'

export default [
  {
    ...strict,
    input: at('collector/src/main.ts'),
    output: {
      file: `${output}/gf.js`,
      format: 'iife',
      banner: '/*! Goodfaith, MIT. FingerprintJS 5, MIT, (c) FingerprintJS, Inc. */',
    },
    plugins: [
      ...typescript({ target, sourceMap: false }),
      nodeResolve({ browser: true }),
      terser({
        ecma: 2020,
        compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
        format: { comments: /^!/ },
      }),
      pinned,
    ],
  },
]
