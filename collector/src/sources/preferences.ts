import { sources } from '@fingerprintjs/fingerprintjs'

/** Display settings of the system. Only their hash leaves: an accessibility setting is nobody's business (docs/collector-data.md). */
export const getPreferences = () => [
  sources.invertedColors(),
  sources.forcedColors(),
  sources.contrast(),
  sources.reducedMotion(),
  sources.reducedTransparency(),
]
