import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { Me } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { Field } from '../../parts/field.tsx'
import { Door } from './door.tsx'
import { SendForm, textOf } from './send-form.tsx'
import { takeToken } from './take-token.ts'

interface Props {
  readonly title: string
  readonly button: string
  readonly onSend: (given: { readonly token: string; readonly password: string }) => Promise<void>
}

const ChoosePassword = ({ title, button, onSend }: Props) => {
  const [token] = useState(takeToken)
  return (
    <Door title={title}>
      <SendForm
        label={title}
        button={button}
        busy="Saving…"
        onSend={(data) => onSend({ token, password: textOf(data, 'password') })}
      >
        {(wrong) => (
          <Field
            id="password"
            label="New password"
            wrong={wrong}
            help="At least 10 characters, with a letter and a digit."
            input={{ name: 'password', type: 'password', autoComplete: 'new-password', required: true, minLength: 10 }}
          />
        )}
      </SendForm>
    </Door>
  )
}

export const ConfirmPage = ({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) => {
  const { route } = useLocation()
  return (
    <ChoosePassword
      title="Choose a password"
      button="Confirm and sign in"
      onSend={async (given) => {
        onSignedIn(await post<Me>('/sign-up/confirm', given))
        route('/account', true)
      }}
    />
  )
}

export const ResetPage = () => {
  const { route } = useLocation()
  return (
    <ChoosePassword
      title="Set a new password"
      button="Save and go to sign-in"
      onSend={async (given) => {
        await post('/password/reset', given)
        route('/', true)
      }}
    />
  )
}

export const ConfirmAddressPage = () => {
  const [said, setSaid] = useState('Confirming…')
  useEffect(() => {
    post('/account/email/confirm', { token: takeToken() }).then(
      () => setSaid('The new address is the one you sign in with from now on.'),
      (problem: unknown) => setSaid(problem instanceof Error ? problem.message : 'It did not work.'),
    )
  }, [])
  return (
    <Door title="New e-mail address">
      <p role="status">{said}</p>
      <p>
        <a href="/">Go on</a>
      </p>
    </Door>
  )
}
