import { readFileSync } from 'node:fs'
import terser from '@rollup/plugin-terser'
import { at, packagesStayOutside, strict, typescript } from '../scripts/rollup/room.mjs'

const styles = {
  name: 'styles',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'shop.css', source: readFileSync(at('demo/src/shop.css')) })
  },
}

const script = (name, format, plugins = []) => ({
  ...strict,
  input: at(`demo/src/browser/${name}.ts`),
  output: { file: at(`dist/demo/public/${name}.js`), format },
  plugins: [...typescript({ target: 'es2022', sourceMap: false }), terser(), ...plugins],
})

export default [
  {
    ...strict,
    input: at('demo/src/main.ts'),
    external: packagesStayOutside,
    output: { file: at('dist/demo/shop.mjs'), format: 'esm', sourcemap: true },
    plugins: typescript(),
  },
  {
    ...strict,
    input: at('bench/simulator/simulate.mjs'),
    external: packagesStayOutside,
    output: { file: at('dist/demo/simulator.mjs'), format: 'esm' },
  },
  script('shop', 'esm', [styles]),
  script('tools', 'iife'),
]
