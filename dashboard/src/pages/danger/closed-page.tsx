import type { Closings } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useAccount } from '../../shell/me.ts'
import { useSignOut } from '../../shell/use-sign-out.ts'
import { formatClosingDay } from './closed-stores.tsx'

/** All that an owner sees of an organisation that was closed. */
export const ClosedPage = () => {
  const { me, renew } = useAccount()
  const signOut = useSignOut()
  const { act, busy, wrong } = useAct()
  const { data, problem, reload } = useLoad('closed', (signal) => get<Closings>('/closings', signal))
  document.title = 'Closed · Goodfaith'
  const back = () =>
    void act(async () => {
      await post('/organization/take-back')
      await renew()
    })
  return (
    <main id="main" class="page" tabIndex={-1}>
      <div class="page-head">
        <h1>{me.organization.name} is closed</h1>
        <a href="/account">Your account</a>
      </div>
      {problem && <Trouble what="What was closed" problem={problem} retry={reload} />}
      {data?.organization && (
        <Panel id="take-back" title="You can take it back">
          <div class="body stack">
            <p>
              Its keys have stopped and everybody was signed out. On{' '}
              <b>{formatClosingDay(data.organization.erase_at)}</b> everything is erased. Until then it comes back as it
              was, with the same keys. Only sharing with other stores stays off.
            </p>
            {wrong && <p role="alert">{wrong}</p>}
            <p class="row">
              <button class="button primary" type="button" aria-busy={busy} onClick={back}>
                Take it back
              </button>
              <button class="button" type="button" onClick={signOut}>
                Sign out
              </button>
            </p>
          </div>
        </Panel>
      )}
    </main>
  )
}
