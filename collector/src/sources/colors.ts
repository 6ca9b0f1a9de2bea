import { sources } from '@fingerprintjs/fingerprintjs'

/** Depth, gamut and dynamic range of the display. They change when a laptop meets another monitor. */
export const getColors = () => [sources.colorDepth(), sources.colorGamut(), sources.hdr(), sources.monochrome()]
