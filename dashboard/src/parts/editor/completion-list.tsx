import type { Completion } from './complete.ts'

interface Props {
  readonly id: string
  readonly completion: Completion
  readonly chosen: number
  /** Where the word begins, in pixels within the editor. */
  readonly at: { readonly inline: number; readonly block: number }
  readonly onTake: (name: string) => void
}

const Marked = ({ name, typed }: { name: string; typed: string }) => {
  const at = name.toLowerCase().indexOf(typed.toLowerCase())
  if (at < 0 || typed === '') return <>{name}</>
  return (
    <>
      {name.slice(0, at)}
      <mark>{name.slice(at, at + typed.length)}</mark>
      {name.slice(at + typed.length)}
    </>
  )
}

export const optionId = (id: string, index: number): string => `${id}-option-${index}`

export const CompletionList = ({ id, completion, chosen, at, onTake }: Props) => (
  <div class="complete" style={{ '--at-inline': `${at.inline}px`, '--at-block': `${at.block}px` }}>
    <div
      role="listbox"
      id={`${id}-names`}
      aria-label={completion.typed ? `Names like ${completion.typed}` : 'All names'}
    >
      {completion.names.map(({ name, type, what, now }, index) => (
        <div
          key={name}
          role="option"
          id={optionId(id, index)}
          aria-selected={index === chosen}
          // The text keeps the focus, so that typing goes on.
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(name)
          }}
        >
          <code>
            <Marked name={name} typed={completion.typed} />
          </code>
          <span class="type">{type}</span>
          <span class="what">{what}</span>
          {now !== undefined && <span class="now">last order: {now}</span>}
        </div>
      ))}
    </div>
    <footer>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> move
      </span>
      <span>
        <kbd>Tab</kbd> take it
      </span>
      <span>
        <kbd>Esc</kbd> close
      </span>
      <span>
        {completion.names.length} of {completion.fitting} names
      </span>
    </footer>
  </div>
)
