import type { Scratch } from '../source.ts'

/** One context for all that ask: making it takes longer than any question to it (docs/browsers.md#webgl). */
export const webglOf = (scratch: Scratch): WebGLRenderingContext | null => {
  scratch.webgl ??= document.createElement('canvas').getContext('webgl')
  return scratch.webgl
}
