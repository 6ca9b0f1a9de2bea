import { useState } from 'preact/hooks'
import type { Me, SignInChallenge } from '#contract/console.ts'
import { post } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { Field } from '../parts/field.tsx'
import { PasskeyButton } from '../parts/passkey-button.tsx'
import { useAct } from '../parts/use-act.ts'

interface Props {
  readonly challenge: SignInChallenge
  readonly onSignedIn: (me: Me) => void
  readonly onOver: () => void
}

type Code = 'totp' | 'recovery_code'
const labels: Readonly<Record<Code, string>> = { totp: 'Code of your app', recovery_code: 'Recovery code' }

interface CodeProps {
  readonly codes: readonly Code[]
  readonly isMain: boolean
  readonly onSend: (code: FormDataEntryValue | null) => Promise<void>
}

const CodeForm = ({ codes, isMain, onSend }: CodeProps) => {
  const { act, busy, wrong } = useAct()
  const [code, setCode] = useState(codes[0] ?? 'totp')
  return (
    <form
      class="stack"
      aria-label="By code"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget).get('code')
        void act(() => onSend(given))
      }}
    >
      <Field
        key={code}
        id="code"
        label={labels[code]}
        wrong={wrong ?? undefined}
        input={{ name: 'code', autoComplete: 'one-time-code', required: true, autoFocus: isMain }}
      />
      <button class={`button wide ${isMain ? 'primary' : ''}`} type="submit" aria-busy={busy}>
        {busy ? 'Checking…' : 'Go on'}
      </button>
      {codes.length > 1 && (
        <button class="button" type="button" onClick={() => setCode(code === 'totp' ? 'recovery_code' : 'totp')}>
          {code === 'totp' ? 'Use a recovery code' : 'Use a code of the app'}
        </button>
      )}
    </form>
  )
}

/** After a right password: a passkey, a code of the app, or a recovery code; the one at hand is first. */
export const SecondStep = ({ challenge: { challenge, methods, passkey }, onSignedIn, onOver }: Props) => {
  const send = async (path: string, answer: object) => {
    try {
      onSignedIn(await post<Me>(path, { challenge, ...answer }))
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'challenge_over') onOver()
      throw problem
    }
  }
  const codes = methods.filter((method) => method !== 'passkey')
  const isByApp = codes.includes('totp')
  return (
    <section class="box" aria-labelledby="second-step">
      <h1 id="second-step">One more step</h1>
      {passkey && (
        <PasskeyButton
          label="Use a passkey"
          kind={isByApp ? '' : 'primary'}
          autoFocus={!isByApp}
          ask={() => Promise.resolve(passkey)}
          onAnswer={(answer) => send('/sign-in/second/passkey', { passkey: answer })}
        />
      )}
      {codes.length > 0 && (
        <CodeForm codes={codes} isMain={isByApp || !passkey} onSend={(code) => send('/sign-in/second', { code })} />
      )}
    </section>
  )
}
