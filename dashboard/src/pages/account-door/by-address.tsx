import { useEffect, useState } from 'preact/hooks'
import type { Done, SignUpState } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { Field } from '../../parts/field.tsx'
import { Door } from './door.tsx'
import { SendForm, textOf } from './send-form.tsx'

const email = { name: 'email', type: 'email', autoComplete: 'email', required: true } as const

/** Where letters lie when this installation has no mail server. */
const MailFolder = () => {
  const [folder, setFolder] = useState<string | null>(null)
  useEffect(() => {
    get<SignUpState>('/sign-up').then(
      (state) => setFolder(state.mail_folder),
      () => undefined,
    )
  }, [])
  return folder === null ? null : (
    <p class="soft">
      No mail server is set up here: the letter lies in <code>{folder}</code>.
    </p>
  )
}

const LookAtMail = ({ what, again }: { readonly what: string; readonly again: () => Promise<Done> }) => {
  const sendAgain = async () => {
    await again()
  }
  return (
    <div class="stack">
      <p role="status">{what} Look at your mail.</p>
      <MailFolder />
      <SendForm label="Once more" button="Send it again" busy="Sending…" onSend={sendAgain}>
        {(wrong) => wrong && <p role="alert">{wrong}</p>}
      </SendForm>
      <p>
        <a href="/">Back to sign-in</a>
      </p>
    </div>
  )
}

export const SignUpPage = () => {
  const [sentTo, setSentTo] = useState<string>()
  const send = async (data: FormData) => {
    const address = textOf(data, 'email')
    await post('/sign-up', { email: address, name: textOf(data, 'name'), organization: textOf(data, 'organization') })
    setSentTo(address)
  }
  return (
    <Door title="Create an account">
      {sentTo !== undefined ? (
        <LookAtMail
          what={`If ${sentTo} can have an account, a link is on its way.`}
          again={() => post<Done>('/sign-up/resend', { email: sentTo })}
        />
      ) : (
        <SendForm label="Create an account" button="Create account" busy="Asking…" onSend={send}>
          {(wrong) => (
            <>
              <Field id="name" label="Your name" input={{ name: 'name', autoComplete: 'name', required: true }} />
              <Field
                id="organization"
                label="Organisation"
                help="Your stores belong to it."
                input={{ name: 'organization', autoComplete: 'organization', required: true }}
              />
              <Field id="email" label="E-mail" wrong={wrong} help="You choose a password next." input={email} />
            </>
          )}
        </SendForm>
      )}
      {sentTo === undefined && (
        <p>
          <a href="/">Sign in instead</a>
        </p>
      )}
    </Door>
  )
}

export const ForgotPage = () => {
  const [sentTo, setSentTo] = useState<string>()
  const ask = (address: string) => post<Done>('/password/forgot', { email: address })
  const send = async (data: FormData) => {
    await ask(textOf(data, 'email'))
    setSentTo(textOf(data, 'email'))
  }
  return (
    <Door title="Set a new password">
      {sentTo !== undefined ? (
        <LookAtMail what={`If ${sentTo} has an account, a link is on its way.`} again={() => ask(sentTo)} />
      ) : (
        <SendForm label="Set a new password" button="Send me a link" busy="Asking…" onSend={send}>
          {(wrong) => <Field id="email" label="E-mail" wrong={wrong} input={email} />}
        </SendForm>
      )}
    </Door>
  )
}
