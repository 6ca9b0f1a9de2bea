import { post } from '../../api/client.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAct } from '../../parts/use-act.ts'

/** Whether everybody of the organisation needs more than a password. */
export const FactorPanel = ({ asked, onChanged }: { readonly asked: boolean; readonly onChanged: () => void }) => {
  const { act, busy, wrong } = useAct()
  const turn = () =>
    void act(async () => {
      await post('/organization/second-factor', { required: !asked })
      onChanged()
    })
  return (
    <Panel id="second-factor" title="Second factor" note={asked ? 'asked of everybody' : 'everybody decides'}>
      <div class="body stack">
        <p class="soft">
          {asked
            ? 'Whoever has none sets one up before anything else opens.'
            : 'Once you ask for it, whoever has none, you included, sets one up before anything else opens, in sessions that are open too.'}{' '}
          In production owners and admins always need one.
        </p>
        {wrong && <p role="alert">{wrong}</p>}
        <div>
          <ActButton may="organization.change" busy={busy} onClick={turn}>
            {asked ? 'No longer ask everybody' : 'Ask everybody for a second factor'}
          </ActButton>
        </div>
      </div>
    </Panel>
  )
}
