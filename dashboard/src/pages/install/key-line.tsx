import { useState } from 'preact/hooks'
import type { KeyRow, KeySecrets } from '#contract/console.ts'
import { formatAge, formatDayYear } from '../../format/time.ts'
import { useMay } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import { RotateDialog } from './rotate-dialog.tsx'

const usedText = (lastUsedAt: string | null, now: number, zone: string): string => {
  if (!lastUsedAt) return 'never'
  const at = Date.parse(lastUsedAt)
  const age = formatAge(at, now, zone)
  return /\d (?:s|min|h)$/.test(age) ? `${age} ago` : age
}

const stateText = ({ revoked_at: revoked, expires_at: expires }: KeyRow, now: number, zone: string): string => {
  if (revoked) return `revoked ${formatDayYear(Date.parse(revoked), zone)}`
  if (!expires) return 'in use'
  return `${Date.parse(expires) < now ? 'ended' : 'ends'} ${formatDayYear(Date.parse(expires), zone)}`
}

interface Props {
  readonly row: KeyRow
  readonly now: number
  readonly onSecrets: (secrets: KeySecrets) => void
  readonly onChanged: () => void
}

export const KeyLine = ({ row, now, onSecrets, onChanged }: Props) => {
  const { zone } = usePlace()
  const mayChange = useMay('keys.change')
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null)
  const close = () => setAsking(null)
  return (
    <tr>
      <th scope="row">
        <code>{row.shown}</code>
      </th>
      <td class="quiet">{row.name}</td>
      <td class="quiet">{formatDayYear(Date.parse(row.created_at), zone)}</td>
      <td class="quiet">{usedText(row.last_used_at, now, zone)}</td>
      <td>{stateText(row, now, zone)}</td>
      <td class="end">
        {!row.revoked_at && mayChange && (
          <span class="row acts">
            <button
              class="button small"
              type="button"
              aria-label={`New secrets for ${row.shown}`}
              onClick={() => setAsking('rotate')}
            >
              New secrets
            </button>
            <button
              class="button small"
              type="button"
              aria-label={`Revoke ${row.shown}`}
              onClick={() => setAsking('revoke')}
            >
              Revoke
            </button>
          </span>
        )}
        {asking === 'rotate' && <RotateDialog row={row} onClose={close} onDone={onSecrets} />}
        {asking === 'revoke' && <RevokeDialog row={row} onClose={close} onDone={onChanged} />}
      </td>
    </tr>
  )
}
