import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me } from '#contract/console.ts'

export const MeContext = createContext<Me | undefined>(undefined)

export const useMe = (): Me => {
  const me = useContext(MeContext)
  if (!me) throw new Error('Only pages behind the sign-in know who is there.')
  return me
}

const changers: readonly string[] = ['owner', 'admin']
/** Settings and keys are for owner and admin; the server decides, the page only says so beforehand. */
export const mayChange = (me: Me): boolean => changers.includes(me.role)

/** What to do once nobody is signed in any more. */
export const SignedOutContext = createContext<() => void>(() => undefined)
export const useSignedOut = () => useContext(SignedOutContext)
