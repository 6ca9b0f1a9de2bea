import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me } from '#contract/console.ts'

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

const changers: readonly string[] = ['owner', 'admin']
/** Settings and keys are for owner and admin; the server decides, the page only says so beforehand. */
export const useMayChange = (): boolean => changers.includes(useMe().role)

/** Orders are decided and labelled by everybody but viewers. */
export const useMayDecide = (): boolean => useMe().role !== 'viewer'
