import { useState } from 'preact/hooks'
import type { Settings } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Empty } from '../../parts/empty.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { areKeysOn } from '../../shell/keys.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { writeSetting } from '../../shell/settings-store.ts'
import { StoreForm } from './store-form.tsx'

const KeySwitch = () => {
  const [on, setOn] = useState(areKeysOn)
  const choose = (next: boolean) => {
    writeSetting('keys', next ? 'on' : 'off')
    setOn(next)
  }
  return (
    <fieldset class="switch">
      <legend class="vh">Single-letter keys</legend>
      <label>
        <input type="radio" name="keys" checked={on} onChange={() => choose(true)} />
        <span>On</span>
      </label>
      <label>
        <input type="radio" name="keys" checked={!on} onChange={() => choose(false)} />
        <span>Off</span>
      </label>
    </fieldset>
  )
}

export const SettingsPage = () => {
  const { api } = usePlace()
  const { data, problem, reload, replace } = useLoad(api('settings'), (signal) =>
    get<Settings>(api('settings'), signal),
  )
  return (
    <Page title="Settings">
      <div class="page-head">
        <h1>Settings</h1>
        <span class="quiet">one set for test and live</span>
      </div>
      {problem?.status === 403 ? (
        <section class="panel">
          <Empty title="Settings are for Owner and Admin">Ask one of them in your organisation.</Empty>
        </section>
      ) : (
        problem && <Trouble what="Settings" problem={problem} retry={reload} />
      )}
      {data && (
        <Panel
          id="store-settings"
          title="Store"
          note={`policy ${data.policy_revision}; every order starts at ${data.base}`}
        >
          <StoreForm settings={data} onSaved={replace} />
        </Panel>
      )}
      <Panel id="device-settings" title="This device" note="kept in this browser only">
        <div class="body stack">
          <p class="row">
            Single-letter keys <KeySwitch /> <span class="quiet">press ? anywhere to see them</span>
          </p>
        </div>
      </Panel>
    </Page>
  )
}
