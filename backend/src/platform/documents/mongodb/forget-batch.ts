import type { BulkQueue } from './bulk-queue.ts'
import { keyFilter } from './codec.ts'
import type { Tenant } from './stored.ts'

/** Takes an applied batch out of its head. Usually it is alone there; then the head leaves the index of those that wait. */
export const forgetBatch = async (
  writes: BulkQueue,
  tenant: Tenant | null,
  key: string,
  batch: string,
): Promise<void> => {
  const alone = { ...keyFilter(tenant, key), p: { $size: 1 }, 'p.i': batch }
  const among = { ...keyFilter(tenant, key), 'p.i': batch }
  await Promise.all([
    writes.run({ updateOne: { filter: alone, update: { $unset: { p: '', w: '' } } } }),
    writes.run({ updateOne: { filter: among, update: { $pull: { p: { i: batch } } } as object } }),
  ])
}
