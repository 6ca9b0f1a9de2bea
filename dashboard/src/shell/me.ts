import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me } from '#contract/console.ts'
import { isAllowed, type Permission } from '#contract/roles.ts'
import { createWho, type Who } from '../format/who.ts'

export interface Account {
  readonly me: Me
  /** Nobody is signed in any more. */
  readonly leave: () => void
  /** A store's settings were changed: ask again who has what. */
  readonly renew: () => Promise<void>
}

export const AccountContext = createContext<Account | undefined>(undefined)

export const useAccount = (): Account => {
  const account = useContext(AccountContext)
  if (!account) throw new Error('Only pages behind the sign-in know who is there.')
  return account
}

export const useMe = (): Me => useAccount().me

export const useWho = (): Who => {
  const { person, colleagues } = useMe()
  return createWho(person.id, colleagues)
}

/** The server decides, by the same table; the page only says so beforehand. */
export const useMay = (permission: Permission): boolean => isAllowed(useMe().role, permission)
