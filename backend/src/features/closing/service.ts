import { createClose } from './close.ts'
import { createDeleteAccount } from './delete-account.ts'
import type { ClosingDeps } from './deps.ts'
import { createErase } from './erase.ts'

export { createClosingBook, type ClosingBook } from './book.ts'

/** How accounts, organisations and stores end. */
export const createClosing = (deps: ClosingDeps) => ({
  account: createDeleteAccount(deps),
  ...createClose(deps),
  work: createErase(deps),
})
export type ClosingService = ReturnType<typeof createClosing>
