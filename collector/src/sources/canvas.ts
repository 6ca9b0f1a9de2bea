import { sources } from '@fingerprintjs/fingerprintjs'

/** Two drawings. Firefox 120+ and Safari 17 private windows add noise, so pixels are skipped there (docs/browsers.md#canvas). */
export const getCanvas = () => sources.canvas()
