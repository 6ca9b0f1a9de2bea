import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { completionAt, take, type KnownName } from './complete.ts'

/** What was written when a list was wanted. Which names fit is found anew when they come later than the letters. */
interface Wanted {
  readonly text: string
  readonly caret: number
  readonly asked: boolean
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
  const [wanted, setWanted] = useState<Wanted | null>(null)
  useLayoutEffect(() => {
    if (caretAfter.current !== null) area.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  }, [value])

  const open = useMemo(() => {
    if (!wanted || readOnly) return null
    const { text, caret, asked, chosen, moved } = wanted
    const completion = completionAt(text, caret, names, asked)
    return completion && { completion, chosen, moved }
  }, [wanted, readOnly, names])
  const close = () => setWanted(null)

  const look = (text: string, caret: number, asked = false): void =>
    setWanted({ text, caret, asked, chosen: 0, moved: false })
  const takeName = (name: string): void => {
    if (!area.current || !open) return
    const next = take(value, area.current.selectionStart, open.completion, name)
    caretAfter.current = next.caret
    close()
    onInput(next.text)
  }
  const move = (by: number): void => {
    if (!open || !wanted) return
    const count = open.completion.names.length
    setWanted({ ...wanted, moved: true, chosen: (open.chosen + by + count) % count })
  }
  const onListKey = (event: KeyboardEvent): boolean => {
    if (!open) {
      // Names that come after Escape open no list any more.
      if (event.key === 'Escape') close()
      return false
    }
    const chosen = open.completion.names[open.chosen]
    const takes = !event.shiftKey && (event.key === 'Tab' || (event.key === 'Enter' && open.moved))
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Escape') close()
    else if (chosen && takes) takeName(chosen.name)
    else return false
    return true
  }
  return { open, look, takeName, onListKey, close }
}
