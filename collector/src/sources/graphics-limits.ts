import type { Scratch } from '../source.ts'
import { webglOf } from './webgl.ts'

/** What differs between cards and drivers; asking for all that WebGL knows takes ten times as long (docs/browsers.md#webgl). */
const limits = [
  'MAX_TEXTURE_SIZE',
  'MAX_CUBE_MAP_TEXTURE_SIZE',
  'MAX_RENDERBUFFER_SIZE',
  'MAX_VIEWPORT_DIMS',
  'MAX_VERTEX_ATTRIBS',
  'MAX_VERTEX_UNIFORM_VECTORS',
  'MAX_FRAGMENT_UNIFORM_VECTORS',
  'MAX_VARYING_VECTORS',
  'MAX_TEXTURE_IMAGE_UNITS',
  'ALIASED_LINE_WIDTH_RANGE',
  'ALIASED_POINT_SIZE_RANGE',
  'SUBPIXEL_BITS',
] as const

/** Extensions and limits of WebGL; a new driver or browser version may add some. */
export function getGraphicsLimits(scratch: Scratch): unknown[] | undefined {
  const gl = webglOf(scratch)
  if (!gl) return undefined
  const values = limits.map((name) => String(gl.getParameter(gl[name])))
  const extensions = gl.getSupportedExtensions()
  // The browser keeps few contexts and drops the page's own when they run out.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return [values, extensions]
}
