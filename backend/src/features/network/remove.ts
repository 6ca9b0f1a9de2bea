import type { Collection } from '../../platform/documents/collection.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'

export const removeUnlessGone = async (network: Documents, from: Collection, id: string): Promise<void> => {
  try {
    await network.write({ remove: from, id })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
}
