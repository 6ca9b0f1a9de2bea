import { sources } from '@fingerprintjs/fingerprintjs'

/** The fixed list of PDF viewers in modern browsers; a different one is telling (docs/browsers.md#plugins). */
export const getPlugins = () => sources.plugins()
