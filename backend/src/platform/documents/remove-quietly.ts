import type { Collection } from './collection.ts'
import { Conflict, type Documents } from './port.ts'

/** Whatever else removed it at the same moment is as good as us. */
export const removeQuietly = (scope: Documents, from: Collection, id: string): Promise<void> =>
  scope.write({ remove: from, id }).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
