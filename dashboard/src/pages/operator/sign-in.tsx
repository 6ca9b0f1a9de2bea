import { useState } from 'preact/hooks'
import type { RecoveryCodes, TotpStart } from '#contract/console.ts'
import type { OperatorMe, OperatorSignInAnswer } from '#contract/operator.ts'
import { operatorPost } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Field } from '../../parts/field.tsx'
import { Door } from '../account-door/door.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'
import { RecoveryCodeList } from '../account/recovery-code-list.tsx'
import { Enrol } from '../account/totp-panel.tsx'

interface Props {
  /** Past the password, and without an app. */
  readonly me: OperatorMe | null
  readonly onSignedIn: (me: OperatorMe) => void
  readonly onSetUp: () => void
}

const PasswordStep = ({ onAnswer }: { readonly onAnswer: (answer: OperatorSignInAnswer) => void }) => (
  <SendForm
    label="Operator sign-in"
    button="Sign in"
    busy="Checking…"
    onSend={async (data) => {
      const given = { email: textOf(data, 'email'), password: textOf(data, 'password') }
      onAnswer(await operatorPost<OperatorSignInAnswer>('/sign-in', given))
    }}
  >
    {(wrong) => (
      <>
        <Field
          id="operator-email"
          label="E-mail"
          input={{ name: 'email', type: 'email', autoComplete: 'username', required: true }}
        />
        <Field
          id="operator-password"
          label="Password"
          wrong={wrong}
          input={{ name: 'password', type: 'password', autoComplete: 'current-password', required: true }}
        />
      </>
    )}
  </SendForm>
)

interface CodeProps {
  readonly challenge: string
  readonly onSignedIn: (me: OperatorMe) => void
  readonly onOver: () => void
}

const CodeStep = ({ challenge, onSignedIn, onOver }: CodeProps) => (
  <SendForm
    label="One more step"
    button="Go on"
    busy="Checking…"
    onSend={async (data) => {
      try {
        const code = textOf(data, 'code')
        onSignedIn(await operatorPost<OperatorMe>('/sign-in/second', { challenge, code }))
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'challenge_over') onOver()
        throw problem
      }
    }}
  >
    {(wrong) => (
      <Field
        id="operator-code"
        label="Code of your app, or a recovery code"
        wrong={wrong}
        input={{ name: 'code', autoComplete: 'one-time-code', required: true, autoFocus: true }}
      />
    )}
  </SendForm>
)

const SetUp = ({ onSetUp }: Pick<Props, 'onSetUp'>) => {
  const [start, setStart] = useState<TotpStart>()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) return <RecoveryCodeList codes={codes} onKept={onSetUp} />
  if (start) {
    const confirm = (code: string) => operatorPost<RecoveryCodes>('/totp/confirm', { code })
    return <Enrol start={start} confirm={confirm} onCodes={setCodes} />
  }
  return (
    <>
      <p>An operator signs in with a password and a code of an app. Set one up, and everything else opens.</p>
      <SendForm
        label="Set up an app"
        button="Set up an app"
        busy="Making a secret…"
        onSend={async () => setStart(await operatorPost<TotpStart>('/totp/start'))}
      >
        {(wrong) => wrong && <p role="alert">{wrong}</p>}
      </SendForm>
    </>
  )
}

export const OperatorSignIn = ({ me, onSignedIn, onSetUp }: Props) => {
  const [challenge, setChallenge] = useState<string>()
  const answered = (answer: OperatorSignInAnswer) => {
    if ('challenge' in answer) setChallenge(answer.challenge)
    else onSignedIn(answer)
  }
  if (me) {
    return (
      <Door title="Set up an app">
        <SetUp onSetUp={onSetUp} />
      </Door>
    )
  }
  return (
    <Door title={challenge === undefined ? 'Operator' : 'One more step'}>
      {challenge === undefined ? (
        <>
          <p class="soft">For whoever runs this installation. Stores sign in at the dashboard.</p>
          <PasswordStep onAnswer={answered} />
        </>
      ) : (
        <CodeStep challenge={challenge} onSignedIn={onSignedIn} onOver={() => setChallenge(undefined)} />
      )}
      <p>
        <a href="/">To the dashboard</a>
      </p>
    </Door>
  )
}
