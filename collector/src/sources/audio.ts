import { sources } from '@fingerprintjs/fingerprintjs'

/** Sum of a short sound rendered offline. Safari 17 private windows add noise, so it is skipped there (docs/browsers.md#audio). */
export const getAudio = () => sources.audio()
