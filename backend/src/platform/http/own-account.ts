import type { Permission } from '#contract/roles.ts'

/** Whoever must still set up a second factor reaches what that takes, and nothing else. */
export const isOwnAccount = (permission: Permission): boolean =>
  permission === 'presence' || permission === 'account' || permission === 'account.change'

/** What is left of an organisation that was closed. */
export const isOpenWhenClosed = (permission: Permission): boolean =>
  isOwnAccount(permission) || permission === 'organization.close'
