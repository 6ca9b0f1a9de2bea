import { useState } from 'preact/hooks'
import { patch } from '../api/client.ts'
import { Field } from './field.tsx'
import { useAct } from './use-act.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly help: string
  readonly name: string
  /** Takes `{ name }`. */
  readonly path: string
  readonly autoComplete?: string
  readonly onSaved: () => void
}

/** What somebody or something is called, and another name for it. */
export const NameForm = ({ id, label, help, name, path, autoComplete = 'off', onSaved }: Props) => {
  const { act, busy, wrong } = useAct()
  const [saved, setSaved] = useState(false)
  const save = (form: HTMLFormElement) =>
    act(async () => {
      await patch(path, { name: new FormData(form).get('name') })
      setSaved(true)
      onSaved()
    })
  return (
    <form
      class="stack"
      onInput={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault()
        void save(event.currentTarget)
      }}
    >
      <Field
        id={id}
        label={label}
        help={help}
        wrong={wrong ?? undefined}
        input={{ name: 'name', required: true, maxLength: 100, autoComplete, defaultValue: name }}
      />
      <div class="row">
        <button class="button" type="submit" aria-busy={busy}>
          Save
        </button>
        {saved && <span role="status">Saved.</span>}
      </div>
    </form>
  )
}
