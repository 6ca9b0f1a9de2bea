import { sources } from '@fingerprintjs/fingerprintjs'

/** Widths of one text in the default fonts, in an own iframe. Follows the pixel density in Chromium 87+ (docs/browsers.md#fonts). */
export const getFontWidths = () => sources.fontPreferences()
