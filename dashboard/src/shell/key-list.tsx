import { Dialog } from '../parts/dialog.tsx'
import { allPages } from './pages.ts'

const keys: readonly (readonly [key: string, what: string])[] = [
  ['/', 'search'],
  ['F', 'filter'],
  ['J', 'next'],
  ['K', 'previous'],
  ['↵', 'open'],
  ['O', 'open the order in your store'],
  ['P', 'pause the latest orders'],
  ['A', 'approve'],
  ['D', 'decline'],
  ['E', 'ask an admin'],
  ['S', 'skip for now'],
  ['L', 'label'],
  ['N', 'note'],
  ['G', 'in Review: the group'],
  ['Z', 'undo'],
  ...allPages.map(({ key, name }) => [`G ${key.toUpperCase()}`, `go to ${name}`] as const),
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
