import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  readonly id: string
  /** A question; the buttons are its answers. */
  readonly title: string
  readonly onClose: () => void
  readonly children: (close: () => void) => ComponentChildren
}

/** Modal: keeps the focus inside, closes with Esc, and gives the focus back to where it came from. */
export const Dialog = ({ id, title, onClose, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children(() => dialog.current?.close())}
    </dialog>
  )
}
