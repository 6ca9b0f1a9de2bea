import { sources } from '@fingerprintjs/fingerprintjs'

/** Longer side first, so that turning a phone changes nothing. Skipped in Safari 17, which reports the window (docs/browsers.md#screen). */
export const getScreenSize = () => sources.screenResolution()
