import { sources } from '@fingerprintjs/fingerprintjs'

/** Output latency; only where asking prints no console warning: Android and Safari (docs/browsers.md#audio). */
export const getAudioLatency = () => sources.audioBaseLatency()
