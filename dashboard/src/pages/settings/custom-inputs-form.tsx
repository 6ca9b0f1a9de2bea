import { useState } from 'preact/hooks'
import type { Settings } from '#contract/console.ts'
import { customInputKinds, type CustomInputKind } from '#contract/custom-input-kinds.ts'
import type { CustomInput } from '#contract/custom-inputs.ts'
import { Form } from './form.tsx'
import { SaveRow } from './save-row.tsx'
import { useSave } from './use-save.ts'

const kindWords: Readonly<Record<CustomInputKind, string>> = {
  identifier: 'Identifier: names one thing',
  category: 'Category: one of a few',
  number: 'Number',
  amount: 'Amount, in the order’s currency',
  ignore: 'Ignored: not kept',
}

const emptyInput: CustomInput = { name: '', kind: 'category', meaning: '' }

interface RowProps {
  readonly at: number
  readonly input: CustomInput
  readonly change: (input: CustomInput) => void
  readonly remove: () => void
}

const InputRow = ({ at, input, change, remove }: RowProps) => (
  <fieldset class="field" aria-label={`Custom input ${at + 1}`}>
    <div class="pair-of-fields">
      <div class="field">
        <label for={`input-name-${at}`}>Field</label>
        <input
          class="input"
          id={`input-name-${at}`}
          type="text"
          autoComplete="off"
          spellcheck={false}
          placeholder="loyalty_card"
          maxLength={60}
          value={input.name}
          onInput={({ currentTarget }) => change({ ...input, name: currentTarget.value.trim() })}
        />
      </div>
      <div class="field">
        <label for={`input-kind-${at}`}>What it is</label>
        <select
          class="select"
          id={`input-kind-${at}`}
          value={input.kind}
          onChange={({ currentTarget }) => {
            const kind = customInputKinds.find((one) => one === currentTarget.value)
            if (kind) change({ ...input, kind })
          }}
        >
          {customInputKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </select>
      </div>
    </div>
    <div class="field">
      <label for={`input-meaning-${at}`}>What it means</label>
      <input
        class="input"
        id={`input-meaning-${at}`}
        type="text"
        maxLength={200}
        value={input.meaning}
        onInput={({ currentTarget }) => change({ ...input, meaning: currentTarget.value })}
      />
    </div>
    <button class="button plain" type="button" onClick={remove} aria-label={`Remove ${input.name || 'this input'}`}>
      Remove
    </button>
  </fieldset>
)

/** What stands in `custom_inputs` of the store's orders. */
export const CustomInputsForm = ({
  declared,
  onSaved,
}: {
  declared: readonly CustomInput[]
  onSaved: (settings: Settings) => void
}) => {
  const { save, busy, wrong } = useSave(onSaved)
  const [inputs, setInputs] = useState(declared)
  const replace = (at: number, more: readonly CustomInput[]) => setInputs(inputs.toSpliced(at, 1, ...more))
  const said = wrong.custom_inputs ?? wrong['']
  return (
    <Form label="Custom inputs" onSend={() => void save({ custom_inputs: [...inputs] })}>
      <p class="help">
        Fields of your own in <code>custom_inputs</code>. An identifier (a seller, a loyalty card, a coupon) gets a past
        of its own, kept as a keyed hash only. Numbers, amounts and categories are learned from. What is not named here
        is found by type.
      </p>
      {inputs.map((input, at) => (
        <InputRow key={at} {...{ at, input }} change={(next) => replace(at, [next])} remove={() => replace(at, [])} />
      ))}
      <button class="button plain" type="button" onClick={() => setInputs([...inputs, emptyInput])}>
        Add a field
      </button>
      <SaveRow busy={busy} wrong={said === undefined ? {} : { '': said }} />
    </Form>
  )
}
