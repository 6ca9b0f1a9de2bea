import { sources } from '@fingerprintjs/fingerprintjs'

/** Brands without versions, platform version and model; Chromium only, HTTPS only (docs/browsers.md#client-hints). */
export const getAgentData = () => sources.userAgentData()
