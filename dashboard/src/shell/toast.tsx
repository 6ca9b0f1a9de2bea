import { createContext, type ComponentChildren } from 'preact'
import { useCallback, useContext, useEffect, useState } from 'preact/hooks'

const shownMs = 10_000
const ToastContext = createContext<(text: string) => void>(() => undefined)
export const useToast = () => useContext(ToastContext)

/** One at a time, one sentence, ten seconds; it waits while it has the focus. */
export const ToastPlace = ({ children }: { children: ComponentChildren }) => {
  const [toast, setToast] = useState<{ text: string; number: number } | null>(null)
  const [held, setHeld] = useState(false)
  const show = useCallback((text: string) => setToast((old) => ({ text, number: (old?.number ?? 0) + 1 })), [])
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(() => setToast(null), shownMs)
    return () => clearTimeout(timer)
  }, [toast, held])
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
            <button class="button small" type="button" onClick={() => setToast(null)}>
              Close
            </button>
          </div>
        )}
      </div>
    </ToastContext.Provider>
  )
}
