import { createId } from '../../platform/ids.ts'
import type { Documents, Follower, Head } from '../../platform/documents/port.ts'
import { bands, type BandName } from './components.data.ts'
import { devices, type DeviceDocument, type SessionDevice } from './collections.ts'
import type { Fingerprint } from './fingerprint.ts'
import { likeness, type Build } from './likeness.ts'

/** Below this two fingerprints are two devices: a wrong link costs an honest shopper, a missed one only some history. */
const leastLikeness = 0.7
/** At most 1 + 3 * 2 documents are read, whatever the store holds. */
const candidatesPerBand = 2
const dayMs = 86_400_000
const weekMs = 7 * dayMs
/** A device nobody came with for 13 months is forgotten. */
const keptMs = 400 * dayMs
const networksAtMost = 64

export interface Visit {
  readonly now: number
  readonly build: Build
  /** Keyed and shortened, as it is written now; null when the address is not known. */
  readonly network: string | null
  /** Names written under former keys, as the newest has them. */
  readonly carry: (network: string) => string
}

/** The device of a visit, and how the visit is written down with the session: one batch. */
export interface Recognised {
  readonly device: SessionDevice
  /** undefined: the session is the head and `follower` tells the device. */
  readonly head?: Head
  readonly follower?: Follower
}

const seen = ({ now, network }: Visit) => ({
  max: { last_seen_at: now, expires_at: now + keptMs },
  ...(network !== null && { addToSet: { networks: { values: [network], atMost: networksAtMost } } }),
})

const weekOf = (now: number): number => Math.floor(now / weekMs)

/** Networks are counted per week: a telephone sees hundreds of them in a year and is still one. */
const networksOf = (device: DeviceDocument, { now, network, carry }: Visit): readonly string[] => {
  const known = device.week === weekOf(now) ? device.networks : []
  return [...new Set([...known, ...(network === null ? [] : [network])].map(carry))]
}

const asNew = ({ print, bands: views, components }: Fingerprint, visit: Visit): Recognised => {
  const { now, build, network } = visit
  const document: DeviceDocument = {
    id: createId('dev', now),
    print,
    ...views,
    components,
    first_seen_at: now,
    last_seen_at: now,
    expires_at: now + keptMs,
    week: weekOf(now),
    networks: network === null ? [] : [network],
  }
  const confidence = likeness(components, components, { build, networks: 1 })
  return {
    device: { id: document.id, confidence, first_seen_at: now, matched: 'new' },
    head: { insert: devices, document },
  }
}

const asSame = (found: DeviceDocument, visit: Visit): Recognised => {
  const networks = networksOf(found, visit)
  const confidence = likeness(found.components, found.components, { build: visit.build, networks: networks.length })
  const device = { id: found.id, confidence, first_seen_at: found.first_seen_at, matched: 'exact' } as const
  if (found.week === weekOf(visit.now))
    return { device, follower: { touch: devices, id: found.id, changes: seen(visit) } }
  const { max } = seen(visit)
  const changes = { max, set: { week: weekOf(visit.now), networks } }
  return { device, head: { update: devices, id: found.id, changes } }
}

/** The device takes its new shape, so that slow change over years stays one device. */
const asDrifted = (found: DeviceDocument, fingerprint: Fingerprint, confidence: number, visit: Visit): Recognised => {
  const { print, bands: views, components } = fingerprint
  const changes = {
    max: seen(visit).max,
    // What the browser withholds today is remembered: it may tell it again tomorrow.
    set: {
      print,
      ...views,
      components: { ...found.components, ...components },
      week: weekOf(visit.now),
      networks: networksOf(found, visit),
    },
  }
  return {
    device: { id: found.id, confidence, first_seen_at: found.first_seen_at, matched: 'fuzzy' },
    head: { update: devices, id: found.id, changes, expect: { print: found.print } },
  }
}

const candidatesOf = async (
  documents: Documents,
  { bands: views }: Fingerprint,
): Promise<readonly DeviceDocument[]> => {
  const pages = await Promise.all(
    (Object.keys(bands) as BandName[]).map((band) =>
      documents.find(
        devices,
        { [band]: views[band] },
        {
          sort: { field: 'last_seen_at', direction: 'desc' },
          limit: candidatesPerBand,
        },
      ),
    ),
  )
  return pages.flatMap(({ items }) => items)
}

const mostLike = (candidates: readonly DeviceDocument[], fingerprint: Fingerprint, visit: Visit) =>
  candidates
    .map((found) => ({
      found,
      confidence: likeness(found.components, fingerprint.components, {
        build: visit.build,
        networks: networksOf(found, visit).length,
      }),
    }))
    .sort((one, other) => other.confidence - one.confidence)[0]

/** Exactly known, nearly known, or new; in that order, with a fixed number of reads. */
export async function recognise(documents: Documents, fingerprint: Fingerprint, visit: Visit): Promise<Recognised> {
  const exact = await documents.find(devices, { print: fingerprint.print }, { limit: 1 })
  if (exact.items[0]) return asSame(exact.items[0], visit)
  const best = mostLike(await candidatesOf(documents, fingerprint), fingerprint, visit)
  if (best && best.confidence >= leastLikeness) return asDrifted(best.found, fingerprint, best.confidence, visit)
  return asNew(fingerprint, visit)
}
