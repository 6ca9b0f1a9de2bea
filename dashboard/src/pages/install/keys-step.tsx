import { useState } from 'preact/hooks'
import type { Install, KeySecrets } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'
import { KeyLine } from './key-line.tsx'
import { NewSecrets } from './new-secrets.tsx'
import { SecretLine } from './secret-line.tsx'
import { useAct } from '../../parts/use-act.ts'

interface Props {
  readonly install: Install
  readonly now: number
  readonly onChanged: () => void
}

export const KeysStep = ({ install, now, onChanged }: Props) => {
  const { api, mode } = usePlace()
  const { act, busy, wrong } = useAct()
  const [secrets, setSecrets] = useState<KeySecrets | null>(null)
  const show = (made: KeySecrets) => {
    setSecrets(made)
    onChanged()
  }
  const keys = install.keys.filter(({ kind }) => kind === 'secret')
  return (
    <Panel
      id="keys"
      title={`Keep your ${mode} keys`}
      aside={
        <ActButton
          may="keys.change"
          kind="small"
          busy={busy}
          onClick={() => void act(async () => show(await post<KeySecrets>(api('keys'))))}
        >
          Make a key
        </ActButton>
      }
    >
      <div class="body stack">
        {wrong && <p role="alert">{wrong}</p>}
        <dl class="keys">
          <SecretLine name="Publishable key" where="for the page, no secret" value={install.publishable_key} />
        </dl>
        {secrets && <NewSecrets secrets={secrets} onKept={() => setSecrets(null)} />}
        {keys.length === 0 ? (
          <p class="soft">Your server has no key yet. Make one: its two secrets are shown once.</p>
        ) : (
          <div class="table-wrap keys-table" tabIndex={0} role="region" aria-label="Secret keys, scrolls sideways">
            <table class="table">
              <caption class="vh">Secret keys for your server</caption>
              <thead>
                <tr>
                  <th scope="col">Secret key</th>
                  <th scope="col">Name</th>
                  <th scope="col">Made</th>
                  <th scope="col">Last used</th>
                  <th scope="col">State</th>
                  <th scope="col">
                    <span class="vh">Acts</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {keys.map((row) => (
                  <KeyLine key={row.id} row={row} now={now} onSecrets={show} onChanged={onChanged} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Panel>
  )
}
