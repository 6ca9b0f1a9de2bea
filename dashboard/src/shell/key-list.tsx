import { useEffect, useRef } from 'preact/hooks'

const keys: readonly (readonly [key: string, what: string])[] = [
  ['/', 'search'],
  ['F', 'filter'],
  ['J', 'next'],
  ['K', 'previous'],
  ['↵', 'open'],
  ['O', 'open the order in your store'],
  ['P', 'pause the latest orders'],
  ['G O', 'go to Orders'],
  ['G V', 'go to Overview'],
  ['G I', 'go to Install'],
  ['G S', 'go to Settings'],
  ['?', 'this list'],
  ['Esc', 'close'],
]

/** Which keys there are. Focus goes back to where it came from. */
export const KeyList = ({ onClose }: { onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="key-list" onClose={onClose}>
      <h2 id="key-list">Keys</h2>
      <dl class="keymap">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">They can be switched off in Settings.</p>
      <div class="acts">
        <button class="button" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  )
}
