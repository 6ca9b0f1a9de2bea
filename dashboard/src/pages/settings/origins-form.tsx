import type { Settings } from '#contract/console.ts'
import { Field } from '../../parts/field.tsx'
import { Form, textOf } from './form.tsx'
import { splitOrigins } from './origins.ts'
import { SaveRow } from './save-row.tsx'
import { useSave } from './use-save.ts'

export const OriginsForm = ({
  origins,
  onSaved,
}: {
  origins: readonly string[]
  onSaved: (settings: Settings) => void
}) => {
  const { save, busy, wrong } = useSave(onSaved)
  return (
    <Form
      label="Allowed origins"
      onSend={(data) => void save({ allowed_origins: splitOrigins(textOf(data, 'origins')) })}
    >
      <Field
        id="origins"
        label="Pages that may use the publishable key"
        help="Whole origins such as https://shop.example, separated by commas. A page of any other origin is refused."
        wrong={wrong.allowed_origins}
        input={{
          name: 'origins',
          type: 'text',
          autoComplete: 'off',
          spellcheck: false,
          defaultValue: origins.join(', '),
        }}
      />
      <SaveRow busy={busy} wrong={wrong} />
    </Form>
  )
}
