import { useEffect, useState } from 'preact/hooks'
import type { AcceptedInvitation, Joined, Me } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { Field } from '../../parts/field.tsx'
import { Door } from './door.tsx'
import { SendForm, textOf } from './send-form.tsx'
import { takeToken } from './take-token.ts'

/** Who is signed in on this browser; null: nobody, undefined: not known yet. */
const useVisitor = (): Me | null | undefined => {
  const [visitor, setVisitor] = useState<Me | null>()
  useEffect(() => {
    get<Me>('/me').then(setVisitor, () => setVisitor(null))
  }, [])
  return visitor
}

const Accept = ({ token, me }: { readonly token: string; readonly me: Me }) => (
  <SendForm
    label="Join"
    button={`Join as ${me.person.email}`}
    busy="Joining…"
    onSend={async () => {
      await post<AcceptedInvitation>('/invitations/accept', { token })
      // What this person may see has changed from the ground up.
      location.assign('/')
    }}
  >
    {(wrong) => wrong && <p role="alert">{wrong}</p>}
  </SendForm>
)

const Join = ({ token, onJoined }: { readonly token: string; readonly onJoined: (email: string) => void }) => (
  <>
    <SendForm
      label="Join"
      button="Make my account"
      busy="Joining…"
      onSend={async (data) => {
        const given = { token, name: textOf(data, 'name'), password: textOf(data, 'password') }
        onJoined((await post<Joined>('/invitations/join', given)).email)
      }}
    >
      {(wrong) => (
        <>
          <Field id="name" label="Your name" input={{ name: 'name', autoComplete: 'name', required: true }} />
          <Field
            id="password"
            label="Password"
            wrong={wrong}
            help="At least 10 characters, with a letter and a digit."
            input={{ name: 'password', type: 'password', autoComplete: 'new-password', required: true, minLength: 10 }}
          />
        </>
      )}
    </SendForm>
    <p class="soft">Do you have an account with this address? Sign in first, then follow the link in the mail again.</p>
  </>
)

export const InvitationPage = () => {
  const [token] = useState(takeToken)
  const [joined, setJoined] = useState<string>()
  const visitor = useVisitor()
  return (
    <Door title="Join an organisation">
      {joined !== undefined ? (
        <p role="status">
          Your account is made. <a href="/">Sign in</a> as {joined}.
        </p>
      ) : (
        visitor !== undefined &&
        (visitor ? <Accept token={token} me={visitor} /> : <Join token={token} onJoined={setJoined} />)
      )}
    </Door>
  )
}
