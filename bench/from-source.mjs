import { build } from 'esbuild'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname, '..')

/** Modules of the program itself, bundled from source: nothing is rebuilt for a benchmark. `contents` exports them. */
export const fromSource = async (name, folder, contents) => {
  const outfile = join(root, '.cache/bench', `${name}.mjs`)
  await build({
    stdin: { contents, resolveDir: join(root, folder), loader: 'ts' },
    ...{ bundle: true, format: 'esm', platform: 'node', packages: 'external', outfile, logLevel: 'error' },
    define: { __FAILPOINTS__: 'false', __VERSION__: '"bench"' },
  })
  return import(pathToFileURL(outfile).href)
}
