import { sources } from '@fingerprintjs/fingerprintjs'
import type { Scratch } from '../source.ts'

/** Maker and model of the graphics card. Firefox prints a warning when asked for the exact one, so it is not (docs/browsers.md#webgl). */
export function getGraphicsCard(scratch: Scratch) {
  const card = sources.webGlBasics(scratch)
  return typeof card === 'number' ? undefined : card
}
