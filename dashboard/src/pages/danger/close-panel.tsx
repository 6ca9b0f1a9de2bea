import type { ComponentChildren } from 'preact'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'
import { ProofFields, proofOf } from './proof-fields.tsx'

interface Props {
  readonly id: string
  readonly title: string
  /** As it must be typed. */
  readonly name: string
  readonly button: string
  readonly totp: boolean
  readonly onClose: (wanted: object) => Promise<void>
  readonly children: ComponentChildren
}

/** What happens, then the name and a proof: three things nobody does by accident. */
export const ClosePanel = ({ id, title, name, button, totp, onClose, children }: Props) => (
  <Panel id={id} title={title}>
    <div class="body stack">
      <ul class="stack">{children}</ul>
      <SendForm
        label={title}
        button={button}
        busy="Closing…"
        kind="danger"
        onSend={(data) => onClose({ name: textOf(data, 'name'), ...proofOf(data) })}
      >
        {(wrong) => (
          <>
            <Field
              id={`${id}-name`}
              label={`Type ${name}`}
              input={{ name: 'name', required: true, autoComplete: 'off', spellcheck: false }}
            />
            <ProofFields id={id} wrong={wrong} totp={totp} />
          </>
        )}
      </SendForm>
    </div>
  </Panel>
)
