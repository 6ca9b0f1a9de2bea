import { useState } from 'preact/hooks'
import type { RecoveryCodes } from '#contract/console.ts'
import { operatorPost } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'
import { RecoveryCodeList } from '../account/recovery-code-list.tsx'

interface Props {
  readonly left: number
  readonly onKept: () => void
}

const isAboutPassword = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.errors.some(({ pointer }) => pointer === '/password')

/** Ten new ones for password and code; the old ones are nothing from then on. */
export const RecoveryPanel = ({ left, onKept }: Props) => {
  const [codes, setCodes] = useState<readonly string[]>()
  const [isPasswordWrong, setPasswordWrong] = useState(false)
  const renew = async (data: FormData): Promise<void> => {
    const given = { password: textOf(data, 'password'), code: textOf(data, 'code') }
    try {
      setCodes((await operatorPost<RecoveryCodes>('/recovery-codes', given)).recovery_codes)
    } catch (problem) {
      setPasswordWrong(isAboutPassword(problem))
      throw problem
    }
  }
  const kept = (): void => {
    setCodes(undefined)
    onKept()
  }
  return (
    <Panel id="operator-recovery" title="Recovery codes" note={`${left} left`}>
      <div class="body stack">
        {codes ? (
          <RecoveryCodeList codes={codes} onKept={kept} />
        ) : (
          <SendForm label="New recovery codes" button="New recovery codes" busy="Checking…" onSend={renew}>
            {(wrong) => (
              <>
                <Field
                  id="renew-password"
                  label="Your password, once more"
                  wrong={isPasswordWrong ? wrong : undefined}
                  input={{ name: 'password', type: 'password', autoComplete: 'current-password', required: true }}
                />
                <Field
                  id="renew-code"
                  label="Code of your app, or a recovery code"
                  wrong={isPasswordWrong ? undefined : wrong}
                  input={{ name: 'code', autoComplete: 'one-time-code', required: true }}
                />
              </>
            )}
          </SendForm>
        )}
      </div>
    </Panel>
  )
}
