import type { Scratch } from '../source.ts'

/** Nothing is ever drawn with it. */
const smallest: WebGLContextAttributes = { alpha: false, antialias: false, depth: false, stencil: false }

const createContext = (): WebGLRenderingContext | null => {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  return canvas.getContext('webgl', smallest)
}

/** One context for all that ask: making it takes longer than any question to it (docs/browsers.md#webgl). */
export const webglOf = (scratch: Scratch): WebGLRenderingContext | null => {
  scratch.webgl ??= createContext()
  return scratch.webgl
}
