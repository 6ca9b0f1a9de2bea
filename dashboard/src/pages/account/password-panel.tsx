import { useState } from 'preact/hooks'
import { post } from '../../api/client.ts'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'

const current = { type: 'password', autoComplete: 'current-password', required: true } as const

export const PasswordPanel = () => {
  const [said, setSaid] = useState<string>()
  const change = async (data: FormData) => {
    await post('/account/password', { current: textOf(data, 'current'), password: textOf(data, 'password') })
    setSaid('Changed. Every other browser is signed out.')
  }
  return (
    <Panel id="password-panel" title="Password">
      <div class="body stack">
        {said !== undefined && <p role="status">{said}</p>}
        <SendForm label="Password" button="Change password" busy="Saving…" onSend={change}>
          {(wrong) => (
            <>
              <Field id="current" label="Password now" input={{ ...current, name: 'current' }} />
              <Field
                id="new-password"
                label="New password"
                wrong={wrong}
                help="At least 10 characters, with a letter and a digit."
                input={{ name: 'password', type: 'password', autoComplete: 'new-password', required: true }}
              />
            </>
          )}
        </SendForm>
      </div>
    </Panel>
  )
}

export const AddressPanel = ({ email }: { readonly email: string }) => {
  const [said, setSaid] = useState<string>()
  const change = async (data: FormData) => {
    await post('/account/email', { email: textOf(data, 'email'), password: textOf(data, 'password') })
    setSaid('If the address can be used, a link is on its way to it.')
  }
  return (
    <Panel id="address-panel" title="E-mail address" note={email}>
      <div class="body stack">
        {said !== undefined && <p role="status">{said}</p>}
        <SendForm label="E-mail address" button="Change address" busy="Asking…" onSend={change}>
          {(wrong) => (
            <>
              <Field id="new-email" label="New address" input={{ name: 'email', type: 'email', required: true }} />
              <Field
                id="address-password"
                label="Your password"
                wrong={wrong}
                input={{ ...current, name: 'password' }}
              />
            </>
          )}
        </SendForm>
      </div>
    </Panel>
  )
}
