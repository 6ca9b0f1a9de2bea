import { Dialog } from '../parts/dialog.tsx'

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
  ['Esc', 'close, or back to the list'],
]

const Key = ({ name }: { name: string }) => (
  <>
    {name.split(' ').map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </>
)

export const KeyList = ({ onClose }: { onClose: () => void }) => (
  <Dialog id="key-list" title="Keys" onClose={onClose}>
    {(close) => (
      <>
        <dl class="keymap">
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <Key name={key} />
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">They rest while a field has the focus, and can be switched off in Settings.</p>
        <div class="acts">
          <button class="button" type="button" onClick={close}>
            Close
          </button>
        </div>
      </>
    )}
  </Dialog>
)
