import { useEffect, useState } from 'preact/hooks'
import type { OperatorMe } from '#contract/operator.ts'
import { operatorGet } from '../../api/client.ts'
import { Desk } from './desk.tsx'
import { OperatorSignIn } from './sign-in.tsx'

type Somebody = { readonly me: OperatorMe | null }

/** Whoever runs the installation: another account, another door, another page. */
export const OperatorPage = () => {
  const [somebody, setSomebody] = useState<Somebody>()
  document.title = 'Operator · Goodfaith'
  const arrive = (me: OperatorMe) => setSomebody({ me })
  const leave = () => setSomebody({ me: null })
  const look = () => operatorGet<OperatorMe>('/me').then(arrive, leave)
  useEffect(() => {
    void look()
  }, [])
  if (!somebody) return null
  const { me } = somebody
  if (!me || me.owes_second_factor) return <OperatorSignIn me={me} onSignedIn={arrive} onSetUp={() => void look()} />
  return <Desk me={me} onLeft={leave} onChanged={() => void look()} />
}
