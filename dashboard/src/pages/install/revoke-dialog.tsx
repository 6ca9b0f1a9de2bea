import type { KeyRow } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { usePlace } from '../../shell/place.ts'
import { useAct } from '../../parts/use-act.ts'

export const RevokeDialog = ({ row, onClose, onDone }: { row: KeyRow; onClose: () => void; onDone: () => void }) => {
  const { api } = usePlace()
  const { act, busy, wrong } = useAct()
  const revoke = (close: () => void) =>
    void act(async () => {
      await post(api(`keys/${row.id}/revoke`))
      onDone()
      close()
    })
  return (
    <Dialog id="revoke" title="Revoke this key for good?" onClose={onClose}>
      {(close) => (
        <>
          <p class="soft">
            From this moment every call with <code>{row.shown}</code> is refused. A store that still uses it gets no
            scores. It cannot be undone.
          </p>
          {wrong && <p role="alert">{wrong}</p>}
          <div class="acts">
            <button class="button" type="button" onClick={close}>
              Keep it
            </button>
            <button class="button" type="button" aria-busy={busy} onClick={() => revoke(close)}>
              Revoke it
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
