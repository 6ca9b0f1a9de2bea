import { sources } from '@fingerprintjs/fingerprintjs'

/** All languages the browser asks for. Chrome shortens the list in incognito windows, so FingerprintJS keeps the first (docs/browsers.md#languages). */
export const getLanguages = () => sources.languages()
