import type { Settings } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Bone } from '../../parts/bone.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMay } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { thresholdSentence } from '../decisions/thresholds.ts'
import { CustomInputsForm } from './custom-inputs-form.tsx'
import { DevicePanel } from './device-panel.tsx'
import { OperatorPanel } from './operator-panel.tsx'
import { OriginsForm } from './origins-form.tsx'
import { PrivacyForm } from './privacy-form.tsx'
import { StoreForm } from './store-form.tsx'

const Waiting = () => (
  <section class="panel" aria-label="Settings, loading" aria-busy="true">
    <div class="body stack">
      {['8rem', '20rem', '8rem', '24rem', '8rem', '22rem'].map((width, at) => (
        <p key={at}>
          <Bone width={width} />
        </p>
      ))}
    </div>
  </section>
)

export const SettingsPage = () => {
  const { api, to } = usePlace()
  const mayAdd = useMay('organization.change')
  const hasAccount = useMay('account')
  const mayClose = useMay('organization.close')
  const { data, problem, slow, reload, replace } = useLoad(api('settings'), (signal) =>
    get<Settings>(api('settings'), signal),
  )
  return (
    <Page title="Settings">
      <div class="page-head">
        <h1>Settings</h1>
        <span class="quiet">shared by live and test</span>
        {hasAccount && <a href="/account">Your account</a>}
        {mayAdd && <a href="/new-store">Add a store</a>}
        <a href={to('people')}>People</a>
        <a href={to('keys')}>Keys</a>
        <a href={to('audit')}>Audit log</a>
        {mayClose && <a href={to('danger')}>Danger zone</a>}
      </div>
      {problem && <Trouble what="The settings" problem={problem} retry={reload} />}
      <div class="cols settings">
        <div class="stack">
          {!data && slow && <Waiting />}
          {data && (
            <>
              <Panel id="store" title="Store">
                <StoreForm settings={data} onSaved={replace} />
              </Panel>
              <Panel
                id="decisions"
                title="Decisions"
                note={`policy ${data.policy_revision}; older verdicts keep the policy they were made with`}
              >
                <div class="body">
                  <p>{thresholdSentence(data.thresholds)}</p>
                  <p>
                    <a href={to('decisions')}>Thresholds, plan and control share</a>
                  </p>
                </div>
              </Panel>
              <Panel id="custom-inputs" title="Custom inputs" note="holds from the next order on">
                <CustomInputsForm declared={data.custom_inputs} onSaved={replace} />
              </Panel>
            </>
          )}
        </div>
        <div class="stack">
          {data && (
            <>
              <Panel id="pages" title="Allowed origins">
                <OriginsForm origins={data.allowed_origins} onSaved={replace} />
              </Panel>
              <Panel id="privacy" title="Shoppers’ browsers">
                <PrivacyForm settings={data} onSaved={replace} />
              </Panel>
            </>
          )}
          <OperatorPanel />
          <DevicePanel />
        </div>
      </div>
    </Page>
  )
}
