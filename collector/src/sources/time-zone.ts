import { sources } from '@fingerprintjs/fingerprintjs'

/** IANA name. Old Safari gives none; FingerprintJS falls back to the offset (docs/browsers.md#time-zone). */
export const getTimeZone = () => sources.timezone()
