import { finishHead } from './apply-followers.ts'
import type { Engine } from './engine.ts'
import { reach } from './server-errors.ts'
import type { Shelf } from './shelf.ts'
import type { Filter, Row } from './stored.ts'

const changeable = ({ shelves }: Engine): Shelf[] =>
  [...shelves.values()].filter(({ collection }) => collection.appendOnly !== true)

/** Heads that still carry followers, longest waiting first. Applying them beside a living writer changes nothing. */
export const createSweep = (engine: Engine) => async (): Promise<number> => {
  await engine.settleBackground()
  let finished = 0
  for (const shelf of changeable(engine)) {
    const waiting = shelf.rows.find<Row>({ w: { $exists: true } }).sort({ w: 1 })
    for (;;) {
      const stored = await reach(() => waiting.next())
      if (!stored) break
      await finishHead(engine, shelf, stored)
      // Two batches that left side by side may have left an empty list: nothing was waiting there.
      if (stored.p && stored.p.length > 0) finished += 1
    }
  }
  return finished
}

/**
 * Removes what has been invisible for the whole horizon. Until then it is its own tombstone: a follower that comes late
 * finds it and does nothing.
 */
export const createExpire = (engine: Engine) => async (): Promise<number> => {
  const before = { $lte: new Date(engine.clock() - engine.horizonMs) }
  let removed = 0
  for (const { collection, rows } of changeable(engine)) {
    const gone: Filter[] = [{ d: before }, ...(collection.expires === undefined ? [] : [{ x: before }])]
    for (const filter of gone) {
      const { deletedCount } = await reach(() => rows.deleteMany({ ...filter, w: { $exists: false } }))
      removed += deletedCount
    }
  }
  return removed
}
