import { useState } from 'preact/hooks'
import type { Me, PasskeyRequest, SignInAnswer, SignInChallenge } from '#contract/console.ts'
import { post } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { Field } from '../parts/field.tsx'
import { PasskeyButton } from '../parts/passkey-button.tsx'
import { ThemeButton } from '../shell/theme.tsx'
import { Wordmark } from '../shell/wordmark.tsx'
import { SecondStep } from './second-step.tsx'
import { ExampleScore } from './sign-in-example.tsx'

const sentenceOf = (problem: unknown): string => {
  if (!(problem instanceof ApiProblem)) return 'Something went wrong in the page. Load it again.'
  if (problem.code === 'sign_in_failed') return 'E-mail and password do not match.'
  if (problem.code === 'rate_limited') return 'Too many tries. Wait a few minutes, then try again.'
  return problem.message
}

interface FirstStep {
  readonly onSignedIn: (me: Me) => void
  readonly onChallenge: (challenge: SignInChallenge) => void
}

const SignInForm = ({ onSignedIn, onChallenge }: FirstStep) => {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const submit = async (form: HTMLFormElement) => {
    const data = new FormData(form)
    setBusy(true)
    try {
      const body = { email: data.get('email'), password: data.get('password') }
      const answer = await post<SignInAnswer>('/sign-in', body)
      if ('challenge' in answer) onChallenge(answer)
      else onSignedIn(answer)
    } catch (problem) {
      setWrong(sentenceOf(problem))
      setBusy(false)
    }
  }
  return (
    <form
      class="box"
      aria-labelledby="sign-in"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit(event.currentTarget)
      }}
    >
      <h1 id="sign-in">Sign in</h1>
      <Field
        id="email"
        label="E-mail"
        input={{ name: 'email', type: 'email', autoComplete: 'username', required: true }}
      />
      <Field
        id="password"
        label="Password"
        wrong={wrong}
        input={{ name: 'password', type: 'password', autoComplete: 'current-password', required: true }}
      />
      <button class="button primary wide" type="submit" aria-busy={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </button>
      <PasskeyButton
        label="Sign in with a passkey"
        ask={() => post<PasskeyRequest>('/sign-in/passkey/start')}
        onAnswer={async (passkey) => onSignedIn(await post<Me>('/sign-in/passkey', { passkey }))}
      />
      <p class="row spread">
        <a href="/forgot">Forgot the password</a>
        <a href="/sign-up">Create an account</a>
      </p>
    </form>
  )
}

export const SignInPage = ({ onSignedIn }: { onSignedIn: (me: Me) => void }) => {
  const [challenge, setChallenge] = useState<SignInChallenge>()
  document.title = 'Sign in · Goodfaith'
  return (
    <>
      <a class="skip" href="#main">
        Skip to sign-in
      </a>
      <div class="door">
        <main id="main" tabIndex={-1}>
          <div class="row spread">
            <span class="wordmark">
              <Wordmark />
            </span>
            <ThemeButton />
          </div>
          {challenge ? (
            <SecondStep challenge={challenge} onSignedIn={onSignedIn} onOver={() => setChallenge(undefined)} />
          ) : (
            <SignInForm onSignedIn={onSignedIn} onChallenge={setChallenge} />
          )}
          <footer class="stack soft">
            <p class="row">
              <span class="tag strong">Live</span>
              <span class="tag dashed">Test</span>
              <small>This installation holds both. You start in Live.</small>
            </p>
            <p class="quiet">
              <small>{location.host}, self-hosted</small>
            </p>
          </footer>
        </main>
        <aside class="beside" aria-label="What Goodfaith shows">
          <div class="stack">
            <h2>Every score says why, and the why adds up.</h2>
            <p class="soft">70, plus and minus what is known. Nothing hidden.</p>
          </div>
          <section class="panel" aria-label="Example of a score">
            <ExampleScore />
          </section>
        </aside>
      </div>
    </>
  )
}
