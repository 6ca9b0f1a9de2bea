import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import { at, strict, typescript } from '../scripts/rollup/room.mjs'

const styles = at('dashboard/src/styles')
/** The order matters: values first, exceptions for narrow windows last. */
const order = [
  'tokens',
  'ground',
  'shell',
  'panel',
  'judgement',
  'score-scale',
  'waterfall',
  'table',
  'controls',
  'messages',
  'chart',
  'overview',
  'order',
  'doors',
  'settings',
  'narrow',
]

/** For pages that come later: fetched beside the shell without holding it up. */
const laterOrder = ['plot', 'editor', 'forms', 'data', 'review', 'rules', 'learn', 'more']

const stylesheet = async (folder, names) => {
  const known = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => name.replace('.css', ''))
  const forgotten = known.filter((name) => !names.includes(name))
  if (forgotten.length > 0) throw new Error(`Not in the order of stylesheets: ${forgotten.join(', ')}`)
  const source = names.map((name) => readFileSync(`${folder}/${name}.css`, 'utf8')).join('\n')
  return (await transform(source, { loader: 'css', minify: true, target: 'es2023' })).code
}

const named = (name, css) => `assets/${name}-${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`

/** What must be there before the first page is drawn. Charts, Install and Settings come when they are asked for. */
const mostShellBytes = 40 * 1024

const checkShell = (bundle, entry, ...others) => {
  const scripts = [entry.fileName, ...entry.imports].map((name) => bundle[name].code)
  const bytes = [...scripts, ...others].reduce((sum, source) => sum + gzipSync(source).length, 0)
  if (bytes > mostShellBytes)
    throw new Error(`The dashboard's shell is ${bytes} bytes gzip, more than ${mostShellBytes}.`)
}

/** index.html with the hashed names of what it loads. No inline script or style, so a strict policy holds. */
const page = {
  name: 'page',
  /** Names carry hashes: what an earlier build left would never be written over. */
  buildStart() {
    rmSync(at('dist/dashboard'), { recursive: true, force: true })
  },
  async generateBundle(_, bundle) {
    const css = await stylesheet(styles, order)
    const cssName = named('dashboard', css)
    this.emitFile({ type: 'asset', fileName: cssName, source: css })
    const later = await stylesheet(`${styles}/later`, laterOrder)
    const laterName = named('later', later)
    this.emitFile({ type: 'asset', fileName: laterName, source: later })
    const entry = Object.values(bundle).find(({ isEntry }) => isEntry)
    const html = readFileSync(at('dashboard/index.html'), 'utf8')
      .replace('%STYLE%', `/${cssName}`)
      .replace('%LATER%', `/${laterName}`)
      .replace('%SCRIPT%', `/${entry.fileName}`)
    checkShell(bundle, entry, css, html)
    this.emitFile({ type: 'asset', fileName: 'index.html', source: html })
    this.emitFile({ type: 'asset', fileName: 'icon.svg', source: readFileSync(at('dashboard/icon.svg')) })
  },
}

export default [
  {
    ...strict,
    input: at('dashboard/src/main.tsx'),
    output: {
      dir: at('dist/dashboard'),
      format: 'es',
      entryFileNames: 'assets/[name]-[hash].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      hashCharacters: 'hex',
      minifyInternalExports: true,
    },
    plugins: [
      ...typescript({ target: 'es2022', sourceMap: false, minify: true }),
      nodeResolve({ browser: true }),
      page,
    ],
  },
]
