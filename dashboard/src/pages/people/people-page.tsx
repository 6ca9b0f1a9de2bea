import type { Organizations, People } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { roleWord } from '../../format/role.ts'
import { Bone } from '../../parts/bone.tsx'
import { NameForm } from '../../parts/name-form.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useAccount, useMay } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { useNow } from '../../shell/use-now.ts'
import { FactorPanel } from './factor-panel.tsx'
import { InviteForm } from './invite-form.tsx'
import { InvitationsTable, PeopleTable } from './people-table.tsx'

const OrganizationsPanel = () => {
  const { data } = useLoad('/organizations', (signal) => get<Organizations>('/organizations', signal))
  const { act, busy, wrong } = useAct()
  if (!data || data.data.length < 2) return null
  const enter = (id: string) =>
    void act(async () => {
      await post(`/organizations/${id}/enter`)
      // Other stores, another role: nothing of this page holds any more.
      location.assign('/')
    })
  return (
    <Panel id="organizations" title="Your organisations">
      <ul class="body stack">
        {data.data.map(({ id, name, role }) => (
          <li class="row" key={id}>
            <b>{name}</b> <span class="soft">{roleWord[role]}</span>
            {id === data.current ? (
              <span class="quiet">you are here</span>
            ) : (
              <button class="button small" type="button" aria-busy={busy} onClick={() => enter(id)}>
                Go over<span class="vh"> to {name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {wrong && <p role="alert">{wrong}</p>}
    </Panel>
  )
}

const LeaveRow = () => {
  const { leave } = useAccount()
  const { act, busy, wrong } = useAct()
  const go = () =>
    void act(async () => {
      await post('/leave')
      leave()
    })
  return (
    <div class="body stack">
      <p class="soft">You are signed out and see nothing of this organisation any more. Its last owner cannot leave.</p>
      {wrong && <p role="alert">{wrong}</p>}
      <div>
        <button class="button" type="button" aria-busy={busy} onClick={go}>
          Leave this organisation
        </button>
      </div>
    </div>
  )
}

export const PeoplePage = () => {
  const { me, renew } = useAccount()
  const now = useNow(30_000)
  const mayInvite = useMay('people.change')
  const mayRename = useMay('organization.change')
  const { data, problem, reload } = useLoad('/people', (signal) => get<People>('/people', signal))
  const changed = () => {
    reload()
    void renew()
  }
  return (
    <Page title="People">
      <div class="page-head">
        <h1>People</h1>
        <span class="quiet">of {me.organization.name}, for all its stores</span>
      </div>
      {problem && <Trouble what="The people" problem={problem} retry={reload} />}
      <section class="panel" aria-label="People" aria-busy={!data}>
        {data ? (
          <PeopleTable members={data.data} onChanged={changed} />
        ) : (
          <p class="body">
            <Bone width="20rem" />
          </p>
        )}
      </section>
      {data && data.invitations.length > 0 && (
        <Panel id="invitations" title="Invited">
          <InvitationsTable invitations={data.invitations} now={now} onChanged={reload} />
        </Panel>
      )}
      {mayInvite && (
        <Panel id="invite" title="Invite somebody">
          <InviteForm onInvited={reload} />
        </Panel>
      )}
      {data && <FactorPanel asked={data.second_factor} onChanged={changed} />}
      {mayRename && (
        <Panel id="organisation" title="Organisation">
          <div class="body">
            <NameForm
              id="organisation-name"
              label="Name of the organisation"
              help="In invitations and letters, and for whoever belongs to several."
              name={me.organization.name}
              path="/organization"
              onSaved={changed}
            />
          </div>
        </Panel>
      )}
      <OrganizationsPanel />
      <Panel id="leave" title="Leave">
        <LeaveRow />
      </Panel>
    </Page>
  )
}
