import { sources } from '@fingerprintjs/fingerprintjs'

/** Number of touch points and which touch interfaces exist. */
export const getTouch = () => sources.touchSupport()
