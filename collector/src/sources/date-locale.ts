import { sources } from '@fingerprintjs/fingerprintjs'

/** Locale the browser formats dates in; may differ from the languages it asks for. */
export const getDateLocale = () => sources.dateTimeLocale()
