import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import esbuild from 'rollup-plugin-esbuild'

const root = resolve(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))

/** `#contract/x.ts` and `#sdk`, as package.json names them. Imports carry their ending, so nothing else needs guessing. */
const ownImports = {
  name: 'own-imports',
  resolveId(source) {
    for (const [pattern, target] of Object.entries(manifest.imports)) {
      const [prefix] = pattern.split('*')
      if (source === pattern) return resolve(root, target)
      if (pattern.endsWith('*') && source.startsWith(prefix))
        return resolve(root, target.replace('*', source.slice(prefix.length)))
    }
    return null
  },
}

/**
 * TypeScript in, JavaScript out; types are checked by `tsc`, not here.
 * `define` replaces names by literals, e.g. { __FAILPOINTS__: 'false' }; branches behind a false one are dropped.
 */
export const typescript = ({ target = 'node20', define = {}, sourceMap = true, ...more } = {}) => [
  ownImports,
  esbuild({
    target,
    sourceMap,
    define: { __VERSION__: JSON.stringify(manifest.version), ...define },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: false,
    ...more,
  }),
]

/** For programs that run where node_modules is: npm packages and node's own modules stay imports. */
export const packagesStayOutside = (id) => !/^[./#\0]/.test(id) && !/^[A-Za-z]:\\/.test(id)

/** A path under the repository, wherever rollup was started. */
export const at = (path) => resolve(root, path)

/** A warning in a build is an error: an unresolved import or a cycle must not reach `dist/`. */
export const strict = {
  onwarn(warning) {
    throw new Error(warning.message)
  },
}
