import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { placeOf, type KnownName } from './complete.ts'
import { CompletionList, optionId } from './completion-list.tsx'
import { paintLines, type Span } from './paint.ts'
import { useCompletion } from './use-completion.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly names: readonly KnownName[]
  readonly onInput: (value: string) => void
  readonly onTest?: () => void
  /** Where the text is wrong; what is wrong stands in the element that `describedBy` names. */
  readonly fault?: Span | undefined
  readonly describedBy?: string
  readonly readOnly?: boolean
}

/** Pixels from the editor's corner to the letter at this place in the painted text. */
const cornerOf = (painted: HTMLElement, text: string, at: number): { inline: number; block: number } => {
  const { line, column } = placeOf(text, at)
  const element = painted.children[line - 1]
  if (!element) return { inline: 0, block: 0 }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = column - 1
  let node = walker.nextNode()
  while (node && left > (node.textContent?.length ?? 0)) {
    left -= node.textContent?.length ?? 0
    node = walker.nextNode()
  }
  const bounds = painted.getBoundingClientRect()
  const range = document.createRange()
  if (node) range.setStart(node, Math.min(left, node.textContent?.length ?? 0))
  const here = node ? range.getBoundingClientRect() : element.getBoundingClientRect()
  return { inline: here.left - bounds.left, block: here.bottom - bounds.top }
}

const Painted = ({ text, fault }: { text: string; fault: Span | undefined }) =>
  paintLines(text, fault).map((line, number) => (
    <span class="line" key={number}>
      {line.map(({ ink, text: part, wrong }, index) => (
        <span key={index} class={wrong ? `${ink} fault` : ink}>
          {part}
        </span>
      ))}
      {'\n'}
    </span>
  ))

/** A plain text area, with the same text painted below its letters and a list of names at the caret. */
export const Editor = (props: Props) => {
  const { id, label, value, names, onInput, onTest, fault, describedBy, readOnly = false } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const painted = useRef<HTMLPreElement>(null)
  const [corner, setCorner] = useState({ inline: 0, block: 0 })
  const { open, look, takeName, close, onListKey } = useCompletion(area, { value, names, onInput, readOnly })
  useLayoutEffect(() => {
    if (open && painted.current) setCorner(cornerOf(painted.current, value, open.completion.from))
  }, [open, value])
  const onKeyDown = (event: KeyboardEvent) => {
    const isTest = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    const isAsking = event.key === ' ' && event.ctrlKey
    if (isTest) onTest?.()
    else if (isAsking && area.current) look(value, area.current.selectionStart, true)
    else if (!onListKey(event)) return
    event.preventDefault()
  }

  return (
    <div class="editor" dir="ltr">
      <pre aria-hidden="true" ref={painted}>
        <Painted text={value} fault={fault} />
      </pre>
      <label class="vh" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={area}
        value={value}
        readOnly={readOnly}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(open ? { 'aria-controls': `${id}-names`, 'aria-activedescendant': optionId(id, open.chosen) } : {})}
        {...(fault ? { 'aria-invalid': 'true' as const } : {})}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value)
          look(currentTarget.value, currentTarget.selectionStart)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        onClick={close}
      />
      {open && (
        <CompletionList id={id} completion={open.completion} chosen={open.chosen} at={corner} onTake={takeName} />
      )}
    </div>
  )
}
