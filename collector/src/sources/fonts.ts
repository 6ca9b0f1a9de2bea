import { sources } from '@fingerprintjs/fingerprintjs'

/** Which of 54 telling fonts are installed, measured in an own iframe so that the page's CSS cannot meddle (docs/browsers.md#fonts). */
export const getFonts = () => sources.fonts()
