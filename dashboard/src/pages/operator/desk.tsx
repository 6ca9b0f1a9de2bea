import { useState } from 'preact/hooks'
import type { OperatorMe, OperatorOrganization, OperatorOrganizations } from '#contract/operator.ts'
import { operatorGet, operatorPost } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatClock } from '../../format/time.ts'
import { Empty } from '../../parts/empty.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { ThemeButton } from '../../shell/theme.tsx'
import { OrganizationPanel } from './organization-panel.tsx'
import { RecoveryPanel } from './recovery-panel.tsx'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

interface TableProps {
  readonly rows: readonly OperatorOrganization[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

const OrganizationsTable = ({ rows, chosen, onChoose }: TableProps) => (
  <div class="table-wrap" tabIndex={0} role="region" aria-label="Organisations, scrolls sideways">
    <table class="table">
      <caption class="vh">Organisations of this installation</caption>
      <thead>
        <tr>
          <th scope="col">Organisation</th>
          <th scope="col">Stores</th>
          <th scope="col">Looking</th>
          <th scope="col">
            <span class="vh">Acts</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, stores, impersonation_allowed: allowed }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td class="num">{stores}</td>
            <td class="soft">{allowed ? 'allowed' : 'switched off'}</td>
            <td class="end">
              <button class="button small" type="button" aria-pressed={chosen === id} onClick={() => onChoose(id)}>
                Open<span class="vh"> {name}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

interface DeskProps {
  readonly me: OperatorMe
  readonly onLeft: () => void
  readonly onChanged: () => void
}

/** Organisations by name, in numbers; one of them at a time. */
export const Desk = ({ me, onLeft, onChanged }: DeskProps) => {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string>()
  const path = `/organizations?q=${encodeURIComponent(search)}`
  const { data, problem, reload } = useLoad(path, (signal) => operatorGet<OperatorOrganizations>(path, signal))
  const signOut = () => void operatorPost('/sign-out').then(onLeft, onLeft)
  return (
    <main id="main" class="page" tabIndex={-1}>
      <div class="page-inner">
        <div class="page-head">
          <h1>Operator</h1>
          <span class="quiet">
            {me.operator.name}, signed in until {formatClock(Date.parse(me.ends_at), zone)} at the latest
          </span>
          <div class="tools">
            <ThemeButton />
            <button class="button" type="button" onClick={signOut}>
              Sign out
            </button>
          </div>
        </div>
        <div class="filterbar">
          <label class="vh" for="operator-search">
            Search organisations
          </label>
          <input
            class="input search"
            id="operator-search"
            type="search"
            placeholder="Name, or org_…"
            maxLength={120}
            onChange={({ currentTarget }) => setSearch(currentTarget.value.trim())}
          />
        </div>
        {problem?.status === 401 && (
          <p role="alert">
            This sign-in is over. <a href="/operator">Sign in again</a>
          </p>
        )}
        {problem && problem.status !== 401 && <Trouble what="The organisations" problem={problem} retry={reload} />}
        {data && (
          <section class="panel" aria-label="Organisations">
            {data.data.length === 0 ? (
              <Empty title="No such organisation">Nothing here has this name.</Empty>
            ) : (
              <OrganizationsTable rows={data.data} chosen={chosen} onChoose={setChosen} />
            )}
            {data.has_more && <p class="body soft">There are more: search by name.</p>}
          </section>
        )}
        {chosen !== undefined && <OrganizationPanel key={chosen} id={chosen} />}
        <RecoveryPanel left={me.recovery_codes_left} onKept={onChanged} />
      </div>
    </main>
  )
}
