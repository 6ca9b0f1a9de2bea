import { sources } from '@fingerprintjs/fingerprintjs'

/** Firefox 143+ says 4 or 8 in private windows; FingerprintJS uses those steps everywhere (docs/browsers.md#cores). */
export const getCores = () => sources.hardwareConcurrency()
