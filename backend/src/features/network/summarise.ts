import type { RowDocument, StoredGift, SummaryDocument, Voices } from './collections.ts'

/** More than the highest bucket needs, with the asking store's own voice left out. */
export const voicesAtMost = 64

const newest = (times: readonly number[]): number => Math.max(0, ...times)

/** Voices of one store count once, however many orders speak. */
interface Voice {
  readonly store: string
  readonly fraud: number
  readonly declined: number
  readonly good: number
}

const voiceOf = ({ store, gifts }: Pick<RowDocument, 'store' | 'gifts'>): Voice => {
  const fraud = newest(gifts.map(([, , , badAt]) => badAt))
  const isOpen = ([, , declinedAt, , goodAt]: StoredGift) => declinedAt > 0 && goodAt === 0
  return {
    store,
    fraud,
    declined: newest(gifts.filter(isOpen).map(([, , declinedAt]) => declinedAt)),
    // A store that knows of a fraud does not vouch.
    good: fraud > 0 ? 0 : newest(gifts.map(([, , , , goodAt]) => goodAt)),
  }
}

const voices = (
  all: readonly Voice[],
  signal: 'fraud' | 'declined' | 'good',
  counts: (store: string) => boolean,
): Voices =>
  all
    .filter((voice) => voice[signal] > 0)
    // New stores that do not count yet must not push out those that do.
    .sort((one, other) => Number(counts(other.store)) - Number(counts(one.store)) || other[signal] - one[signal])
    .slice(0, voicesAtMost)
    .map((voice) => [voice.store, voice[signal]] as const)

/** From all rows of one identifier. `counts`: stores that are old and large enough to be heard. */
export const summarise = (
  rows: readonly Pick<RowDocument, 'store' | 'gifts'>[],
  counts: (store: string) => boolean,
): Pick<SummaryDocument, 'fraud' | 'declined' | 'good'> => {
  const all = rows.map(voiceOf)
  return {
    fraud: voices(all, 'fraud', counts),
    declined: voices(all, 'declined', counts),
    good: voices(all, 'good', counts),
  }
}
