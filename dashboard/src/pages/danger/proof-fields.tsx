import { Field } from '../../parts/field.tsx'
import { textOf } from '../account-door/send-form.tsx'

/** What is shown once more before something that cannot be undone. */
export const ProofFields = ({ id, wrong, totp }: { id: string; wrong: string | undefined; totp: boolean }) => (
  <>
    <Field
      id={`${id}-password`}
      label="Your password"
      wrong={wrong}
      {...(totp && { help: 'Or leave it empty and type a code of your app below.' })}
      input={{ name: 'password', type: 'password', autoComplete: 'current-password', required: !totp }}
    />
    {totp && (
      <Field
        id={`${id}-code`}
        label="Or a code of your app"
        input={{ name: 'code', inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 40 }}
      />
    )}
  </>
)

export const proofOf = (data: FormData) => {
  const code = textOf(data, 'code').trim()
  return code === '' ? { password: textOf(data, 'password') } : { code }
}
