import { sources } from '@fingerprintjs/fingerprintjs'

/** Gigabytes, at most 8, only in Chromium and only over HTTPS (docs/browsers.md#secure-contexts). */
export const getMemory = () => sources.deviceMemory()
