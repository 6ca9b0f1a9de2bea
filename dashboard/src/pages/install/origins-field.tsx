import { useState } from 'preact/hooks'
import type { Settings } from '#contract/console.ts'
import { patch } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Field } from '../../parts/field.tsx'
import { textOf } from '../../format/form-text.ts'
import { mayChange, useMe } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'

const listed = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .map((origin) => origin.trim())
    .filter(Boolean)

/** Which pages may open sessions with the publishable key. */
export const OriginsField = ({ origins, onSaved }: { origins: readonly string[]; onSaved: () => void }) => {
  const { api } = usePlace()
  const toast = useToast()
  const allowed = mayChange(useMe())
  const [wrong, setWrong] = useState<string>()
  const save = async (text: string) => {
    try {
      await patch<Settings>(api('settings'), { allowed_origins: listed(text) })
      setWrong(undefined)
      toast('Saved. It is in force now.')
      onSaved()
    } catch (problem) {
      setWrong(
        problem instanceof ApiProblem
          ? (problem.errors[0]?.detail ?? problem.message)
          : 'It could not be saved. Try again.',
      )
    }
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (allowed) void save(textOf(new FormData(event.currentTarget), 'origins'))
      }}
    >
      <Field
        id="origins"
        label="Pages that may use this key"
        help="Whole origins such as https://shop.example, separated by commas. Pages of any other origin are refused."
        wrong={wrong}
        input={{
          name: 'origins',
          type: 'text',
          defaultValue: origins.join(', '),
          spellcheck: false,
          readOnly: !allowed,
        }}
      />
      {allowed && (
        <p>
          <button class="button small" type="submit">
            Save pages
          </button>
        </p>
      )}
    </form>
  )
}
