import { at, packagesStayOutside, strict, typescript } from '../scripts/rollup/room.mjs'

/** npm packages stay imports: the program runs where node_modules is. */
const program = (file, failpoints, input = 'backend/src/cli/goodfaith.ts') => ({
  input: at(input),
  external: packagesStayOutside,
  output: { file: at(file), format: 'esm', sourcemap: true, inlineDynamicImports: true },
  plugins: typescript({ define: { __FAILPOINTS__: String(failpoints) } }),
  ...strict,
})

/** Runs beside the program, in a thread of its own. */
const thread = (file, failpoints) => program(file, failpoints, 'backend/src/features/models/training-thread.ts')
const prepareThread = (file) => program(file, false, 'backend/src/features/streams/prepare-thread.ts')

/** `GOODFAITH_BUILD=failpoints` makes the program that crash tests kill; it is never what is installed. */
export default process.env['GOODFAITH_BUILD'] === 'failpoints'
  ? [program('.cache/failpoints/goodfaith.mjs', true)]
  : [
      program('dist/backend/goodfaith.mjs', false),
      thread('dist/backend/training-thread.mjs', false),
      prepareThread('dist/backend/prepare-thread.mjs'),
    ]
