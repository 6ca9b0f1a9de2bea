import { useState } from 'preact/hooks'
import type { KeyRow, KeySecrets } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { usePlace } from '../../shell/place.ts'
import { useAct } from '../../parts/use-act.ts'

const overlaps = [
  { hours: 24, name: '24 hours' },
  { hours: 1, name: '1 hour' },
  { hours: 168, name: '7 days' },
  { hours: 0, name: 'not at all' },
]

export const RotateDialog = ({
  row,
  onClose,
  onDone,
}: {
  row: KeyRow
  onClose: () => void
  onDone: (secrets: KeySecrets) => void
}) => {
  const { api } = usePlace()
  const { act, busy, wrong } = useAct()
  const [hours, setHours] = useState(24)
  const rotate = (close: () => void) =>
    void act(async () => {
      onDone(await post<KeySecrets>(api(`keys/${row.id}/rotate`), { part: 'both', overlap_hours: hours }))
      close()
    })
  return (
    <Dialog id="rotate" title="Make new secrets for this key?" onClose={onClose}>
      {(close) => (
        <>
          <p class="soft">
            <code>{row.shown}</code> gets a new secret key and a new signing secret. Orders under way are not refused
            while the old ones still work.
          </p>
          <div class="row">
            <label for="overlap">The old ones go on working for</label>
            <select
              class="select"
              id="overlap"
              value={hours}
              onChange={({ currentTarget }) => setHours(Number(currentTarget.value))}
            >
              {overlaps.map((overlap) => (
                <option key={overlap.hours} value={overlap.hours}>
                  {overlap.name}
                </option>
              ))}
            </select>
          </div>
          {wrong && <p role="alert">{wrong}</p>}
          <div class="acts">
            <button class="button" type="button" onClick={close}>
              Keep the old ones
            </button>
            <button class="button primary" type="button" aria-busy={busy} onClick={() => rotate(close)}>
              Make new secrets
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
