import { useState } from 'preact/hooks'
import type { Keys, KeySecrets } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Bone } from '../../parts/bone.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { NewSecrets } from '../install/new-secrets.tsx'
import { KeysTable } from './keys-table.tsx'
import { NewKeyForm } from './new-key-form.tsx'

export const KeysPage = () => {
  const { api, mode } = usePlace()
  const now = useNow(30_000)
  const [secrets, setSecrets] = useState<KeySecrets | null>(null)
  const { data, problem, slow, reload } = useLoad(api('keys'), (signal) => get<Keys>(api('keys'), signal))
  const show = (made: KeySecrets) => {
    setSecrets(made)
    reload()
  }
  return (
    <Page title="Keys">
      <div class="page-head">
        <h1>Keys</h1>
        <span class="quiet">of {mode} data</span>
      </div>
      {problem && <Trouble what="The keys" problem={problem} retry={reload} />}
      {secrets && (
        <Panel id="shown-once" title="Your new secrets">
          <div class="body">
            <NewSecrets secrets={secrets} onKept={() => setSecrets(null)} />
          </div>
        </Panel>
      )}
      <section class="panel" aria-label="Keys" aria-busy={!data && slow}>
        {data ? (
          <KeysTable rows={data.data} now={now} onSecrets={show} onChanged={reload} />
        ) : (
          <p class="body">
            <Bone width="20rem" />
          </p>
        )}
      </section>
      <Panel id="new-key" title="One more key" note="a store's servers may each have their own">
        <NewKeyForm onMade={show} />
      </Panel>
    </Page>
  )
}
