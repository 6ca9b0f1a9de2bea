import { post } from '../api/client.ts'
import { useAccount } from './me.ts'

/** Ends the sign-in on the server; the page forgets it even when the server cannot be reached. */
export const useSignOut = (): (() => void) => {
  const { leave } = useAccount()
  return () => void post('/sign-out').then(leave, leave)
}
