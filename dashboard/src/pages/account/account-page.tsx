import type { AccountSecurity } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { NameForm } from '../../parts/name-form.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAccount } from '../../shell/me.ts'
import { DeletePanel } from './delete-panel.tsx'
import { PasskeysPanel } from './passkeys-panel.tsx'
import { AddressPanel, PasswordPanel } from './password-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { TotpPanel } from './totp-panel.tsx'

/** One's own account: of the person and no store, so outside the shell of a store. */
export const AccountPage = () => {
  const { me, renew } = useAccount()
  const { data, problem, reload } = useLoad('account', (signal) => get<AccountSecurity>('/account/security', signal))
  document.title = 'Your account · Goodfaith'
  const changed = () => {
    reload()
    void renew()
  }
  return (
    <main id="main" class="page" tabIndex={-1}>
      <div class="page-inner">
        {' '}
        <div class="page-head">
          <h1>Your account</h1>
          <span class="quiet">{me.person.name}</span>
          {!me.owes_second_factor && <a href="/">To the dashboard</a>}
        </div>
        {me.owes_second_factor && (
          <p role="status">
            Your organisation asks for a second factor. Add a passkey or set up an app, and everything else opens.
          </p>
        )}
        {problem && <Trouble what="Your account" problem={problem} retry={reload} />}
        {data && (
          <div class="cols settings">
            <div class="stack">
              <PasskeysPanel security={data} onChanged={changed} />
              <TotpPanel security={data} onChanged={changed} />
              <SessionsPanel security={data} onChanged={reload} />
            </div>
            <div class="stack">
              <Panel id="profile" title="Profile">
                <div class="body">
                  <NameForm
                    id="own-name"
                    label="Your name"
                    help="Colleagues see it beside what you did."
                    name={me.person.name}
                    path="/account"
                    autoComplete="name"
                    onSaved={() => void renew()}
                  />
                </div>
              </Panel>
              <PasswordPanel />
              <AddressPanel email={me.person.email} />
              <DeletePanel />
            </div>
          </div>
        )}
      </div>{' '}
    </main>
  )
}
