import type { Impersonations, PastImpersonation } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatDuration, formatMinute } from '../../format/time.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useAccount, useMay } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'

const endedWords: Readonly<Record<NonNullable<PastImpersonation['ended_by']>, string>> = {
  operator: 'ended by the operator',
  time: 'over after half an hour',
  switched_off: 'ended by this switch',
  sign_out: 'the operator signed out',
  removed: 'the operator was removed',
  next: 'the operator went on',
}

const Past = ({ rows }: { readonly rows: readonly PastImpersonation[] }) => {
  const { zone } = usePlace()
  const now = useNow(30_000)
  if (rows.length === 0) return <p class="soft">The operator has not looked so far.</p>
  const told = ({ started_at: start, ended_at: end, ended_by: by }: PastImpersonation): string => {
    if (end === null) return 'looking now'
    return `${formatDuration(Date.parse(end) - Date.parse(start))}, ${by === null ? 'over' : endedWords[by]}`
  }
  return (
    <ul class="stack" aria-label="When the operator looked">
      {rows.map((one) => (
        <li key={one.id}>
          <b>{formatMinute(Date.parse(one.started_at), zone, now)}</b> {one.operator}: {one.reason}
          <br />
          <small class="soft">{told(one)}</small>
        </li>
      ))}
    </ul>
  )
}

const Told = () => {
  const { renew } = useAccount()
  const { act, busy, wrong } = useAct()
  const { data, reload } = useLoad('/impersonation', (signal) => get<Impersonations>('/impersonation', signal))
  if (!data) return null
  const allow = (allowed: boolean) =>
    void act(async () => {
      await post('/impersonation', { allowed })
      reload()
      await renew()
    })
  return (
    <Panel id="operator" title="The operator of this installation" note={data.allowed ? 'may look' : 'may not look'}>
      <div class="body stack">
        <p>
          Whoever runs this Goodfaith can see your dashboard for up to half an hour, with a reason. They change nothing;
          you see a band on every page, owners get a mail, and the audit log keeps both ends.
        </p>
        <p>
          <ActButton may="impersonation.change" busy={busy} onClick={() => allow(!data.allowed)}>
            {data.allowed ? 'Switch it off' : 'Let the operator look'}
          </ActButton>
        </p>
        {wrong && <p role="alert">{wrong}</p>}
        <Past rows={data.data} />
      </div>
    </Panel>
  )
}

/** For owners and admins: whether anybody may look from outside, and who did. */
export const OperatorPanel = () => (useMay('impersonation.read') ? <Told /> : null)
