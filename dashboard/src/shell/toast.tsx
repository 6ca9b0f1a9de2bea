import { createContext, type ComponentChildren } from 'preact'
import { useCallback, useContext, useEffect, useState } from 'preact/hooks'
import { useKeys } from './keys.ts'

const shownMs = 10_000
/** With `undo` it can be taken back for as long as it is shown. */
type ShowToast = (text: string, undo?: () => void) => void
const ToastContext = createContext<ShowToast>(() => undefined)
export const useToast = () => useContext(ToastContext)

interface Toast {
  readonly text: string
  readonly undo: (() => void) | undefined
  readonly number: number
}

/** One at a time, one sentence, ten seconds; it waits while it has the focus. */
export const ToastPlace = ({ children }: { children: ComponentChildren }) => {
  const [toast, setToast] = useState<Toast | null>(null)
  const [held, setHeld] = useState(false)
  const show = useCallback<ShowToast>(
    (text, undo) => setToast((old) => ({ text, undo, number: (old?.number ?? 0) + 1 })),
    [],
  )
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(() => setToast(null), shownMs)
    return () => clearTimeout(timer)
  }, [toast, held])
  const undo =
    toast?.undo &&
    (() => {
      toast.undo?.()
      setToast(null)
    })
  useKeys({ z: undo })
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toast-place" role="status">
        {toast && (
          <div
            class="toast"
            key={toast.number}
            onFocusCapture={() => setHeld(true)}
            onBlurCapture={() => setHeld(false)}
          >
            <span>{toast.text}</span>
            {undo ? (
              <button class="button small" type="button" onClick={undo}>
                Undo <kbd>Z</kbd>
              </button>
            ) : (
              <button class="button small" type="button" onClick={() => setToast(null)}>
                Close
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext.Provider>
  )
}
