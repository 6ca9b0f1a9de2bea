import { useState } from 'preact/hooks'
import { keyScopes } from '#contract/key-scopes.ts'
import type { KeyRow, KeySecrets } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { formatDayYear, formatMinute } from '../../format/time.ts'
import { useAct } from '../../parts/use-act.ts'
import { useMay } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { RevokeDialog } from '../install/revoke-dialog.tsx'
import { RotateDialog } from '../install/rotate-dialog.tsx'

interface Props {
  readonly now: number
  readonly onSecrets: (secrets: KeySecrets) => void
  readonly onChanged: () => void
}

const reachText = ({ kind, scopes, networks }: KeyRow): string => {
  if (kind === 'publishable') return 'opens sessions'
  const may = scopes.length === keyScopes.length ? 'everything' : scopes.join(', ')
  return networks.length === 0 ? may : `${may}; from ${networks.join(', ')}`
}

const stateText = (row: KeyRow, now: number, zone: string): string => {
  const day = (at: string) => formatDayYear(Date.parse(at), zone)
  if (row.revoked_at) return `revoked ${day(row.revoked_at)}`
  if (row.expires_at && Date.parse(row.expires_at) <= now) return `ended ${day(row.expires_at)}`
  if (row.former_until) return `former secrets work until ${formatMinute(Date.parse(row.former_until), zone, now)}`
  return row.expires_at ? `ends ${day(row.expires_at)}` : 'in use'
}

const Acts = ({ row, onSecrets, onChanged }: Omit<Props, 'now'> & { readonly row: KeyRow }) => {
  const { api } = usePlace()
  const { act, busy, wrong } = useAct()
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null)
  const finish = () =>
    void act(async () => {
      await post(api(`keys/${row.id}/finish`))
      onChanged()
    })
  const close = () => setAsking(null)
  return (
    <span class="row acts">
      {row.former_until && (
        <button class="button small" type="button" aria-busy={busy} onClick={finish}>
          End the former<span class="vh"> secrets of {row.shown}</span>
        </button>
      )}
      {row.kind === 'secret' && (
        <button class="button small" type="button" onClick={() => setAsking('rotate')}>
          New secrets<span class="vh"> for {row.shown}</span>
        </button>
      )}
      <button class="button small" type="button" onClick={() => setAsking('revoke')}>
        Revoke<span class="vh"> {row.shown}</span>
      </button>
      {wrong && <small role="alert">{wrong}</small>}
      {asking === 'rotate' && <RotateDialog row={row} onClose={close} onDone={onSecrets} />}
      {asking === 'revoke' && <RevokeDialog row={row} onClose={close} onDone={onChanged} />}
    </span>
  )
}

const Line = ({ row, now, ...done }: Props & { readonly row: KeyRow }) => {
  const { to, zone } = usePlace()
  const mayChange = useMay('keys.change')
  return (
    <tr>
      <th scope="row">
        <a class="id" href={to(`keys/${row.id}`)}>
          {row.kind === 'publishable' ? `${row.shown.slice(0, 17)}…` : row.shown}
        </a>
        {row.exposed_at && (
          <small class="wrong">
            Seen by somebody who is gone since {formatDayYear(Date.parse(row.exposed_at), zone)}: give it new secrets.
          </small>
        )}
      </th>
      <td class="soft">{row.name}</td>
      <td class="soft">{reachText(row)}</td>
      <td class="quiet">{row.last_used_at ? formatMinute(Date.parse(row.last_used_at), zone, now) : 'never'}</td>
      <td>{stateText(row, now, zone)}</td>
      <td class="end">{!row.revoked_at && mayChange && <Acts row={row} {...done} />}</td>
    </tr>
  )
}

export const KeysTable = ({ rows, ...props }: Props & { readonly rows: readonly KeyRow[] }) => (
  <div class="table-wrap" tabIndex={0} role="region" aria-label="Keys, scrolls sideways">
    <table class="table">
      <caption class="vh">Keys, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Name</th>
          <th scope="col">It may</th>
          <th scope="col">Last used</th>
          <th scope="col">State</th>
          <th scope="col">
            <span class="vh">Acts</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} {...props} />
        ))}
      </tbody>
    </table>
  </div>
)
