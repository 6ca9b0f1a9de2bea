import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import { bands, components, type BandName } from './components.data.ts'

/** Hashes as the browser sent them; null or absent: it had none. */
export type SentComponents = Readonly<Record<string, string | null>>

/** One device at one moment, under the store's own key: no two stores can compare theirs. */
export interface Fingerprint {
  readonly print: string
  readonly bands: Readonly<Record<BandName, string>>
  readonly components: Readonly<Record<string, string>>
}

/** Fewer answers than this are shared by half the world. */
const fewestComponents = 10
/** 64 bits tell a store's devices apart and fit a profile. */
const shortLength = 16

export function fingerprintOf(keys: StoreKeys, sent: SentComponents): Fingerprint | null {
  const digest = (text: string): string => keys.digest('component', text)
  const keyed: Record<string, string> = {}
  for (const name of Object.keys(components)) {
    const hash = sent[name]
    if (typeof hash === 'string') keyed[name] = digest(`${name}:${hash}`).slice(0, shortLength)
  }
  if (Object.keys(keyed).length < fewestComponents) return null
  const joined = (names: readonly string[]): string => names.map((name) => `${name}=${keyed[name] ?? ''}`).join('&')
  const band = (name: BandName): string => digest(`${name}?${joined(bands[name])}`)
  return {
    print: digest(joined(Object.keys(components))),
    bands: {
      band_picture: band('band_picture'),
      band_body: band('band_body'),
      band_habit: band('band_habit'),
    },
    components: keyed,
  }
}

/** How many answers were withheld that every browser can give. */
export const missingComponents = (sent: SentComponents): number =>
  Object.entries(components).filter(([name, { universal }]) => universal && typeof sent[name] !== 'string').length
