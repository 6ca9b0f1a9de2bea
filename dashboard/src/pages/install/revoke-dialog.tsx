import { useEffect, useRef } from 'preact/hooks'

/** Asked because it cannot be undone: a store that still uses the key stops getting scores at once. */
export const RevokeDialog = ({ shown, onClose }: { shown: string; onClose: (sure: boolean) => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="revoke"
      onClose={() => onClose(dialog.current?.returnValue === 'revoke')}
    >
      <h2 id="revoke">Revoke {shown}…?</h2>
      <p class="soft">
        A store that still uses it gets no scores from that moment. To change secrets without a gap, rotate the key
        instead.
      </p>
      <form class="acts" method="dialog">
        <button class="button" value="keep">
          Keep it
        </button>
        <button class="button primary" value="revoke">
          Revoke
        </button>
      </form>
    </dialog>
  )
}
