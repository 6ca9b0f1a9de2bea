import { Field } from '../../parts/field.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'

const passwordAgain = { name: 'password', type: 'password', autoComplete: 'current-password', required: true } as const

interface Props {
  readonly id: string
  readonly button: string
  readonly onSend: (password: string) => Promise<void>
}

export const AskPassword = ({ id, button, onSend }: Props) => (
  <SendForm label={button} button={button} busy="Checking…" onSend={(data) => onSend(textOf(data, 'password'))}>
    {(wrong) => <Field id={id} label="Your password, once more" wrong={wrong} input={passwordAgain} />}
  </SendForm>
)
