import { useState } from 'preact/hooks'
import type { Install, KeyRow, KeySecrets } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { formatDayYear, formatMoment } from '../../format/time.ts'
import { Icon } from '../../parts/icon.tsx'
import { mayChange, useMe } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { SecretsOnce } from './secrets-once.tsx'

interface LineProps {
  readonly row: KeyRow
  readonly allowed: boolean
  readonly onRotate: () => void
  readonly onRevoke: () => void
}

const KeyLine = ({ row, allowed, onRotate, onRevoke }: LineProps) => {
  const { zone } = usePlace()
  const state = row.revoked_at
    ? 'revoked'
    : row.last_used_at
      ? `last used ${formatMoment(Date.parse(row.last_used_at), zone, Date.now())}`
      : 'never used'
  const why = allowed ? {} : { 'aria-disabled': 'true' as const, 'aria-describedby': 'keys-why' }
  return (
    <tr>
      <th scope="row">
        <code>{row.shown}…</code>
      </th>
      <td>{row.name}</td>
      <td class="quiet">made {formatDayYear(Date.parse(row.created_at), zone)}</td>
      <td class="quiet">{state}</td>
      <td class="end">
        {!row.revoked_at && (
          <>
            <button class="button small" type="button" {...why} onClick={allowed ? onRotate : undefined}>
              Rotate
            </button>{' '}
            <button class="button small" type="button" {...why} onClick={allowed ? onRevoke : undefined}>
              Revoke
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

const MakeKeys = ({ allowed, onMake }: { allowed: boolean; onMake: () => void }) => {
  const { mode } = usePlace()
  return (
    <p class="row">
      <button
        class="button"
        type="button"
        {...(allowed ? {} : { 'aria-disabled': 'true' as const, 'aria-describedby': 'keys-why' })}
        onClick={allowed ? onMake : undefined}
      >
        <Icon name={allowed ? 'plus' : 'lock'} />
        Make {mode} keys
      </button>
      {!allowed && (
        <small class="quiet" id="keys-why">
          Keys are for Owner and Admin.
        </small>
      )}
    </p>
  )
}

/** Secrets are in an answer once; what can be seen again is kind, mode and 8 characters. */
export const KeysStep = ({ install, onChange }: { install: Install; onChange: () => void }) => {
  const { api, mode } = usePlace()
  const toast = useToast()
  const allowed = mayChange(useMe())
  const [secrets, setSecrets] = useState<KeySecrets | null>(null)
  const [revoking, setRevoking] = useState<KeyRow | null>(null)
  const act = async (path: string, body: unknown, said: string) => {
    try {
      const answer = await post<KeySecrets>(api(path), body)
      if ('secret_key' in answer) setSecrets(answer)
      toast(said)
      onChange()
    } catch (problem) {
      toast(problem instanceof Error ? problem.message : 'It did not work. Try again.')
    }
  }
  const secretKeys = install.keys.filter(({ kind }) => kind === 'secret')
  return (
    <section class="panel" aria-labelledby="step-keys">
      <header>
        <h2 id="step-keys">Keep your {mode} keys</h2>
        <p>the publishable key is in the snippets below; it is not a secret</p>
      </header>
      <div class="body stack">
        {secrets && <SecretsOnce secrets={secrets} onKept={() => setSecrets(null)} />}
        <div class="table-wrap" tabIndex={0} role="region" aria-label="Secret keys, scrolls sideways">
          <table class="table">
            <caption class="vh">Secret keys of this store in {mode}</caption>
            <thead class="vh">
              <tr>
                <th scope="col">Key</th>
                <th scope="col">Name</th>
                <th scope="col">Made</th>
                <th scope="col">Used</th>
                <th scope="col">Acts</th>
              </tr>
            </thead>
            <tbody>
              {secretKeys.map((row) => (
                <KeyLine
                  key={row.id}
                  row={row}
                  allowed={allowed}
                  onRotate={() =>
                    void act(
                      `keys/${row.id}/rotate`,
                      { part: 'both', overlap_hours: 24 },
                      'New secrets are in force. The old ones go on working for 24 hours.',
                    )
                  }
                  onRevoke={() => setRevoking(row)}
                />
              ))}
            </tbody>
          </table>
        </div>
        <MakeKeys allowed={allowed} onMake={() => void act('keys', {}, 'A new pair of secrets is ready.')} />
      </div>
      {revoking && (
        <RevokeDialog
          shown={revoking.shown}
          onClose={(sure) => {
            setRevoking(null)
            if (sure)
              void act(`keys/${revoking.id}/revoke`, {}, 'The key is revoked. Calls with it are refused from now on.')
          }}
        />
      )}
    </section>
  )
}
