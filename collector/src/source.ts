/** What sources of one gathering share: one WebGL context, made once; null where there is none. */
export interface Scratch {
  webgl?: WebGLRenderingContext | null
}

/**
 * A pure question to the browser. It may answer at once, later, or with a function that is asked later.
 * It may throw, hang or lie: the runner deals with that, and no source knows another.
 */
export type Source<Value = unknown> = (scratch: Scratch) => Value | Promise<Value> | (() => Value | Promise<Value>)
