import { isGecko } from '@fingerprintjs/fingerprintjs'
import type { Scratch } from '../source.ts'
import { webglOf } from './webgl.ts'

/** Maker and model of the graphics card. Firefox prints a warning when asked for the exact one, so it is not (docs/browsers.md#webgl). */
export function getGraphicsCard(scratch: Scratch): unknown[] | undefined {
  const gl = webglOf(scratch)
  if (!gl) return undefined
  const exact = isGecko() ? null : gl.getExtension('WEBGL_debug_renderer_info')
  const asked = [gl.VENDOR, gl.RENDERER, ...(exact ? [exact.UNMASKED_VENDOR_WEBGL, exact.UNMASKED_RENDERER_WEBGL] : [])]
  return asked.map((name): unknown => gl.getParameter(name))
}
