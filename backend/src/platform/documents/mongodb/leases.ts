import { randomUUID } from 'node:crypto'
import type { Connection, mongo } from 'mongoose'
import type { Clock } from '../../clock.ts'
import type { Lease } from '../port.ts'
import { isDuplicate, reach } from './server-errors.ts'

interface LeaseRow {
  readonly _id: string
  readonly holder: string
  readonly until: Date
}

/** Who may do a job now, by the clock of whoever asks: hold a lease for much longer than clocks may differ. */
export const createLeases = (connection: Connection, clock: Clock) => {
  const rows: mongo.Collection<LeaseRow> = connection.getClient().db(connection.name).collection('leases')

  return async (name: string, ttlMs: number): Promise<Lease | undefined> => {
    const holder = randomUUID()
    const ends = () => new Date(clock() + ttlMs)
    const free = { _id: name, until: { $lte: new Date(clock()) } }
    try {
      await reach(() => rows.updateOne(free, { $set: { holder, until: ends() } }, { upsert: true }))
    } catch (error) {
      if (isDuplicate(error)) return undefined // held: it was not free, and could not be made a second time
      throw error
    }
    return {
      name,
      renew: async () => {
        const mine = { _id: name, holder, until: { $gt: new Date(clock()) } }
        return (await reach(() => rows.updateOne(mine, { $set: { until: ends() } }))).matchedCount > 0
      },
      release: async () => {
        await reach(() => rows.deleteOne({ _id: name, holder }))
      },
    }
  }
}
