import type { Documents, DocumentStore, Mode } from '../port.ts'
import type { EngineUnderTest, Place } from './engine-under-test.ts'
import { everyCollection } from './fixtures.ts'
import { createRandomKeySealer } from './random-key-sealer.ts'

/** The store under test with the levers a test needs. One store for all tests; each takes merchants of its own. */
export interface Bench {
  readonly place: () => Place
  readonly store: () => DocumentStore
  readonly newMerchant: () => string
  readonly fresh: (mode?: Mode) => Documents
  readonly now: () => number
  readonly advance: (ms: number) => void
  /** The batch written next breaks after this many steps; the head is the first. */
  readonly breakAfter: (steps: number) => void
  readonly latePushes: () => number
}

export const sweepMs = 5 * 60_000
/** Longer than a late follower can still come. */
export const horizonMs = 2 * sweepMs + 1

export class Broken extends Error {}

export const createBench = (engine: EngineUnderTest): Bench => {
  let place: Place | undefined
  let store: DocumentStore | undefined
  let now = Date.UTC(2026, 10, 22)
  let merchants = 0
  let latePushes = 0
  let stepsLeft = Infinity

  const present = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('The store is not open.')
    return thing
  }
  const probe = (): void => {
    stepsLeft -= 1
    if (stepsLeft !== 0) return
    stepsLeft = Infinity
    throw new Broken('The process died here.')
  }
  const newMerchant = () => {
    merchants += 1
    return `mer_${merchants}`
  }

  beforeAll(async () => {
    place = await engine.createPlace()
    store = await place.open({
      collections: everyCollection,
      sealer: createRandomKeySealer(),
      clock: () => now,
      sweepMs,
      onLatePush: () => {
        latePushes += 1
      },
      probe,
    })
  })
  afterAll(async () => {
    await store?.close()
    await place?.remove()
  })

  return {
    place: () => present(place),
    store: () => present(store),
    newMerchant,
    fresh: (mode = 'live') => present(store).forMerchant(newMerchant(), mode),
    now: () => now,
    advance: (ms) => {
      now += ms
    },
    breakAfter: (steps) => {
      stepsLeft = steps
    },
    latePushes: () => latePushes,
  }
}
