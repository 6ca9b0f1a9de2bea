import { sources } from '@fingerprintjs/fingerprintjs'
import type { Scratch } from '../source.ts'

/** Extensions and limits of WebGL; a new driver or browser version may add some (docs/browsers.md#webgl). */
export const getGraphicsLimits = (scratch: Scratch) => sources.webGlExtensions(scratch)
