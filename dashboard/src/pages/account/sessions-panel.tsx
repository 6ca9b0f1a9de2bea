import type { AccountSecurity, OwnSession } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { Panel } from '../../parts/panel.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useAccount } from '../../shell/me.ts'

const unusualWords: Readonly<Record<string, string>> = {
  new_country: 'new country',
  new_browser: 'new browser',
  many_failures: 'after wrong passwords',
  impossible_travel: 'too soon after another country',
}
const factorWords = {
  password: 'password',
  totp: 'password and code',
  recovery_code: 'password and recovery code',
  passkey: 'passkey',
}

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const Session = ({ session, onEnd }: { readonly session: OwnSession; readonly onEnd: () => void }) => (
  <li class="row spread">
    <span class="stack">
      <span class="row">
        {session.client ?? 'Browser not known'}
        {session.country !== null && `, ${session.country}`}{' '}
        {session.current && <span class="tag strong">This one</span>}
        {session.unusual.map((one) => (
          <span class="tag dashed" key={one}>
            {unusualWords[one] ?? one}
          </span>
        ))}
      </span>
      <small class="soft">
        {factorWords[session.factor]}, last used {time.format(new Date(session.last_used_at))}
      </small>
    </span>
    {!session.current && (
      <button class="button small" type="button" onClick={onEnd}>
        Sign out
      </button>
    )}
  </li>
)

interface Props {
  readonly security: AccountSecurity
  readonly onChanged: () => void
}

export const SessionsPanel = ({ security, onChanged }: Props) => {
  const { leave } = useAccount()
  const { act, wrong } = useAct()
  const end = (id: string) =>
    void act(async () => {
      await post('/account/sessions/end', { id })
      onChanged()
    })
  const endAll = () =>
    void act(async () => {
      await post('/account/sessions/end')
      leave()
    })
  return (
    <Panel id="sessions" title="Where you are signed in">
      <div class="body stack">
        <ul class="stack" aria-label="Sessions">
          {security.sessions.map((session) => (
            <Session key={session.id} session={session} onEnd={() => end(session.id)} />
          ))}
        </ul>
        {wrong && <p role="alert">{wrong}</p>}
        <p>
          <button class="button" type="button" onClick={endAll}>
            Sign out everywhere
          </button>
        </p>
      </div>
    </Panel>
  )
}
