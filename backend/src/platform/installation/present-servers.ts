import type { Clock } from '../clock.ts'
import { collection } from '../documents/collection.ts'
import type { DocumentStore } from '../documents/port.ts'

interface ServerDocument {
  readonly id: string
  readonly expires_at: number
  readonly [name: string]: string | number
}

/** Servers with Redis that are alive, so that one without it can be refused. Nothing but random ids and times. */
export const presentServers = collection<ServerDocument>({
  name: 'servers',
  scope: 'operator',
  fields: { expires_at: 'number' },
  expires: 'expires_at',
})

export interface Presence {
  renew(): Promise<void>
  end(): Promise<void>
}

export const createPresence = (
  { documents, clock }: { readonly documents: DocumentStore; readonly clock: Clock },
  id: string,
  forMs: number,
): Presence => {
  const operator = documents.operator()
  return {
    renew: async () => {
      const set = { expires_at: clock() + forMs }
      await operator.write({ upsert: presentServers, id, create: { id, ...set }, changes: { set } })
    },
    end: () => operator.write({ remove: presentServers, id }),
  }
}

export const isAnyPresent = async (documents: DocumentStore): Promise<boolean> =>
  (await documents.operator().find(presentServers, {}, { limit: 1, scan: true })).items.length > 0
