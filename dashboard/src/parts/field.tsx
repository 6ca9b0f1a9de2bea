import type { ComponentChildren, InputHTMLAttributes } from 'preact'
import { Icon } from './icon.tsx'

interface Props {
  readonly id: string
  readonly label: string
  readonly help?: ComponentChildren
  /** Replaces the help. */
  readonly wrong?: string | undefined
  readonly input: InputHTMLAttributes
}

/** Label above, help below; an error takes the place of the help and is read with the field. */
export const Field = ({ id, label, help, wrong, input }: Props) => {
  const noteId = `${id}-note`
  const described = (wrong ?? help) ? { 'aria-describedby': noteId } : {}
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input class="input" id={id} {...(wrong ? { 'aria-invalid': 'true' as const } : {})} {...described} {...input} />
      {wrong ? (
        <p class="wrong" id={noteId} role="alert">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      ) : (
        help && (
          <p class="help" id={noteId}>
            {help}
          </p>
        )
      )}
    </div>
  )
}
