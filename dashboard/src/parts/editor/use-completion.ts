import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { completionAt, take, type Completion, type KnownName } from './complete.ts'

interface Open {
  readonly completion: Completion
  readonly chosen: number
  /** Somebody moved in the list: Enter now takes a name instead of beginning a line. */
  readonly moved: boolean
}

interface Text {
  readonly value: string
  readonly names: readonly KnownName[]
  readonly onInput: (value: string) => void
  readonly readOnly: boolean
}

/** The list of names at the caret: when it opens, what is chosen in it, and what its keys do. */
export const useCompletion = (
  area: RefObject<HTMLTextAreaElement | null>,
  { value, names, onInput, readOnly }: Text,
) => {
  const caretAfter = useRef<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  useLayoutEffect(() => {
    if (caretAfter.current !== null) area.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  }, [value])

  const look = (text: string, caret: number, asked = false): void => {
    const completion = readOnly ? null : completionAt(text, caret, names, asked)
    setOpen(completion && { completion, chosen: 0, moved: false })
  }
  const takeName = (name: string): void => {
    if (!area.current || !open) return
    const next = take(value, area.current.selectionStart, open.completion, name)
    caretAfter.current = next.caret
    setOpen(null)
    onInput(next.text)
  }
  const move = (by: number): void => {
    if (!open) return
    const count = open.completion.names.length
    setOpen({ ...open, moved: true, chosen: (open.chosen + by + count) % count })
  }
  const onListKey = (event: KeyboardEvent): boolean => {
    if (!open) return false
    const chosen = open.completion.names[open.chosen]
    const takes = !event.shiftKey && (event.key === 'Tab' || (event.key === 'Enter' && open.moved))
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Escape') setOpen(null)
    else if (chosen && takes) takeName(chosen.name)
    else return false
    return true
  }
  return { open, look, takeName, onListKey, close: () => setOpen(null) }
}
