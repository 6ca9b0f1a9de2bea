import { at, packagesStayOutside, strict, typescript } from '../scripts/rollup/room.mjs'

/** npm packages stay imports: the program runs where node_modules is. */
const program = (file, failpoints) => ({
  input: at('backend/src/cli/goodfaith.ts'),
  external: packagesStayOutside,
  output: { file: at(file), format: 'esm', sourcemap: true, inlineDynamicImports: true },
  plugins: typescript({ define: { __FAILPOINTS__: String(failpoints) } }),
  ...strict,
})

/** `GOODFAITH_BUILD=failpoints` makes the program that crash tests kill; it is never what is installed. */
export default process.env['GOODFAITH_BUILD'] === 'failpoints'
  ? [program('.cache/failpoints/goodfaith.mjs', true)]
  : [program('dist/backend/goodfaith.mjs', false)]
