import type { ComponentChildren } from 'preact'
import { useAct } from '../../parts/use-act.ts'

interface Props {
  readonly label: string
  readonly button: string
  readonly busy: string
  /** danger: for what cannot be undone. */
  readonly kind?: 'primary' | 'danger'
  readonly onSend: (data: FormData) => Promise<void>
  readonly children: (wrong: string | undefined) => ComponentChildren
}

/** A form that is sent once at a time; what went wrong is said at its last field. */
export const SendForm = ({ label, button, busy: waiting, kind = 'primary', onSend, children }: Props) => {
  const { act, busy, wrong } = useAct()
  return (
    <form
      class="stack"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        void act(() => onSend(data))
      }}
    >
      {children(wrong ?? undefined)}
      <button class={`button ${kind} wide`} type="submit" aria-busy={busy}>
        {busy ? waiting : button}
      </button>
    </form>
  )
}

/** A field of a form that is there. */
export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
