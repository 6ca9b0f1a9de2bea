import { useState } from 'preact/hooks'
import type { AccountSecurity, RecoveryCodes, TotpStart } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'
import { AskPassword } from './ask-password.tsx'
import { RecoveryCodeList } from './recovery-code-list.tsx'

const codeInput = {
  ...{ name: 'code', inputMode: 'numeric', autoComplete: 'one-time-code', required: true, maxLength: 7 },
} as const

/** A picture for the app, and the first code of it. */
export const Enrol = ({
  start,
  confirm,
  onCodes,
}: {
  readonly start: TotpStart
  readonly confirm: (code: string) => Promise<RecoveryCodes>
  readonly onCodes: (codes: readonly string[]) => void
}) => (
  <div class="stack">
    <p>Scan this with an app that makes codes, then type the code it shows.</p>
    <img
      src={`data:image/svg+xml,${encodeURIComponent(start.qr)}`}
      width={200}
      height={200}
      alt="QR code for your app"
    />
    <p>
      Or type this secret into it: <code>{start.secret}</code> <CopyButton text={start.secret} what="secret" />
    </p>
    <SendForm
      label="First code"
      button="Switch on"
      busy="Checking…"
      onSend={async (data) => {
        onCodes((await confirm(textOf(data, 'code'))).recovery_codes)
      }}
    >
      {(wrong) => <Field id="first-code" label="Code" wrong={wrong} input={codeInput} />}
    </SendForm>
  </div>
)

interface Props {
  readonly security: AccountSecurity
  readonly onChanged: () => void
}

export const TotpPanel = ({ security, onChanged }: Props) => {
  const [start, setStart] = useState<TotpStart>()
  const [codes, setCodes] = useState<readonly string[]>()
  const kept = () => {
    setCodes(undefined)
    setStart(undefined)
    onChanged()
  }
  const redraw = async (password: string) =>
    setCodes((await post<RecoveryCodes>('/account/recovery-codes', { password })).recovery_codes)
  const confirm = (code: string) => post<RecoveryCodes>('/account/totp/confirm', { code })
  const begin = async (password: string) => setStart(await post<TotpStart>('/account/totp/start', { password }))
  const remove = async (password: string) => {
    await post('/account/totp/remove', { password })
    onChanged()
  }
  const hasPasskey = security.passkeys.length > 0
  const left = `${security.recovery_codes_left} recovery codes left`
  const note = security.totp ? `on; ${left}` : hasPasskey ? `off; ${left}` : 'off'
  const isFree = !security.required || hasPasskey
  return (
    <Panel id="totp" title="Codes of an app" note={note}>
      <div class="body stack">
        {codes && <RecoveryCodeList codes={codes} onKept={kept} />}
        {!codes && start && !security.totp && <Enrol start={start} confirm={confirm} onCodes={setCodes} />}
        {!codes && !start && !security.totp && <AskPassword id="begin" button="Set up an app" onSend={begin} />}
        {!codes && !start && (security.totp || hasPasskey) && (
          <AskPassword id="redraw" button="New recovery codes" onSend={redraw} />
        )}
        {!codes && security.totp && isFree && <AskPassword id="remove" button="Switch off" onSend={remove} />}
      </div>
    </Panel>
  )
}
