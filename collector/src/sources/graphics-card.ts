import { sources } from '@fingerprintjs/fingerprintjs'
import type { Scratch } from '../source.ts'

/** Maker and model of the graphics card. Firefox prints a warning when asked for the exact one, so it is not (docs/browsers.md#webgl). */
export const getGraphicsCard = (scratch: Scratch) => sources.webGlBasics(scratch)
