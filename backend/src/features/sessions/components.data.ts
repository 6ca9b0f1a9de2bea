/** What changes together counts together: the strongest difference of a family fully, the next half, a quarter, ... */
export type ComponentFamily = 'hardware' | 'display' | 'software' | 'person'

export interface Component {
  readonly family: ComponentFamily
  /** Share of returning devices that still show the same value after a month. */
  readonly kept: number
  /** Share of a store's other visitors who show the same value. */
  readonly common: number
  /** Every current browser answers: a missing answer was withheld. Firefox and Safari lack the others by nature. */
  readonly universal: boolean
}

const part = (family: ComponentFamily, kept: number, common: number, universal = true): Component => ({
  family,
  kept,
  common,
  universal,
})

/**
 * What the collector hashes (collector/src/components.ts), and what agreement on it is worth. The shares are judgements,
 * made to the nearest order from published surveys of browser fingerprints (amiunique.org, EFF Cover Your Tracks) and from
 * what each browser's release notes change; docs/device-matching.md says how they are used and what they cannot do.
 */
export const components: Readonly<Record<string, Component>> = {
  agent_data: part('software', 0.8, 0.15, false),
  audio: part('software', 0.95, 0.15),
  platform: part('hardware', 0.99, 0.25),
  architecture: part('hardware', 0.995, 0.6),
  cores: part('hardware', 0.99, 0.25),
  memory: part('hardware', 0.99, 0.5, false),
  touch: part('hardware', 0.99, 0.4),
  math: part('software', 0.97, 0.4),
  plugins: part('software', 0.97, 0.6),
  screen_size: part('display', 0.93, 0.08),
  pixel_ratio: part('display', 0.93, 0.3),
  colors: part('display', 0.95, 0.4),
  preferences: part('display', 0.93, 0.4),
  time_zone: part('person', 0.96, 0.5),
  languages: part('person', 0.97, 0.3),
  fonts: part('software', 0.96, 0.12),
  font_widths: part('software', 0.93, 0.15),
  storage: part('person', 0.97, 0.7),
  canvas: part('software', 0.8, 0.03),
  graphics_card: part('hardware', 0.96, 0.06, false),
  graphics_limits: part('software', 0.8, 0.08, false),
}

/**
 * Three views of a device, each blind to one way in which devices change: a browser update, another monitor, a new driver.
 * A device that shares no view with its former self is taken for a new one.
 */
export const bands = {
  band_picture: ['platform', 'canvas', 'graphics_card', 'audio'],
  band_body: [
    'platform',
    'architecture',
    'cores',
    'memory',
    'touch',
    'screen_size',
    'pixel_ratio',
    'fonts',
    'font_widths',
  ],
  band_habit: ['platform', 'cores', 'memory', 'math', 'fonts', 'font_widths', 'languages', 'time_zone', 'audio'],
} as const
export type BandName = keyof typeof bands
