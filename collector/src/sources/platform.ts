import { sources } from '@fingerprintjs/fingerprintjs'

/** Platform and maker as the browser states them. Safari on iPad says Macintosh; FingerprintJS sees through it (docs/browsers.md#platform). */
export const getPlatform = () => [sources.platform(), sources.vendor(), sources.vendorFlavors(), sources.osCpu()]
