import { useState } from 'preact/hooks'
import type { AccountSecurity, Passkey, PasskeyAdded, PasskeyCreation } from '#contract/console.ts'
import { patch, post } from '../../api/client.ts'
import { makePasskey } from '../../api/passkey.ts'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SendForm, textOf } from '../account-door/send-form.tsx'
import { AskPassword } from './ask-password.tsx'
import { RecoveryCodeList } from './recovery-code-list.tsx'

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const password = { name: 'password', type: 'password', autoComplete: 'current-password', required: true } as const
const nameInput = { name: 'name', maxLength: 60, required: true, autoComplete: 'off' } as const

const usedWords = ({ created_at, last_used_at }: Passkey): string => {
  const used = last_used_at === null ? 'not used yet' : `last used ${time.format(new Date(last_used_at))}`
  return `added ${time.format(new Date(created_at))}, ${used}`
}

const whereWords = ({ synchronised, backed_up: backedUp }: Passkey): string => {
  if (!synchronised) return 'this device only'
  return backedUp ? 'backed up' : 'can be backed up'
}

interface RowProps {
  readonly passkey: Passkey
  readonly onChanged: () => void
}

const PasskeyRow = ({ passkey, onChanged }: RowProps) => {
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'removing'>('nothing')
  const { id, name } = passkey
  const path = `/account/passkeys/${id}`
  const done = () => {
    setDoing('nothing')
    onChanged()
  }
  const rename = async (data: FormData) => {
    await patch(path, { name: textOf(data, 'name') })
    done()
  }
  const remove = async (given: string) => {
    await post(`${path}/remove`, { password: given })
    done()
  }
  const toggle = (what: 'renaming' | 'removing') => setDoing(doing === what ? 'nothing' : what)
  return (
    <li class="stack">
      <div class="row spread">
        <span class="stack">
          <span>
            {name} <span class="tag">{whereWords(passkey)}</span>
            {passkey.stranded && <span class="tag dashed">of a former address</span>}
          </span>
          <small class="soft">{usedWords(passkey)}</small>
        </span>
        <span class="row">
          <button
            class="button small"
            type="button"
            aria-expanded={doing === 'renaming'}
            aria-label={`Rename ${name}`}
            onClick={() => toggle('renaming')}
          >
            Rename
          </button>
          <button
            class="button small"
            type="button"
            aria-expanded={doing === 'removing'}
            aria-label={`Remove ${name}`}
            onClick={() => toggle('removing')}
          >
            Remove
          </button>
        </span>
      </div>
      {doing === 'renaming' && (
        <SendForm label={`Rename ${name}`} button="Save the name" busy="Saving…" onSend={rename}>
          {(wrong) => (
            <Field id={`${id}-name`} label="Name" wrong={wrong} input={{ ...nameInput, defaultValue: name }} />
          )}
        </SendForm>
      )}
      {doing === 'removing' && <AskPassword id={`${id}-remove`} button={`Remove “${name}”`} onSend={remove} />}
    </li>
  )
}

const AddPasskey = ({ onAdded }: { readonly onAdded: (added: PasskeyAdded) => void }) => {
  const add = async (data: FormData) => {
    const asked = await post<PasskeyCreation>('/account/passkeys/start', { password: textOf(data, 'password') })
    const passkey = await makePasskey(asked)
    onAdded(await post<PasskeyAdded>('/account/passkeys', { name: textOf(data, 'name'), passkey }))
  }
  return (
    <SendForm label="Add a passkey" button="Add a passkey" busy="Waiting for your device…" onSend={add}>
      {(wrong) => (
        <>
          <Field
            id="passkey-name"
            label="Name"
            help="So that you know it again, for example the device it is on."
            input={nameInput}
          />
          <Field id="passkey-password" label="Your password, once more" wrong={wrong} input={password} />
        </>
      )}
    </SendForm>
  )
}

/** Where this page cannot make passkeys, why, and where it can. */
const Elsewhere = ({ at }: { readonly at: string | null }) =>
  at === null ? (
    <p class="soft">
      There can be no passkeys at this address: they need a name and HTTPS. Whoever runs this installation sets{' '}
      <code>PUBLIC_URL</code>.
    </p>
  ) : (
    <p class="soft">
      Passkeys are added and used at <a href={`${at}/account`}>{at}</a>, and not at this address.
    </p>
  )

interface Props {
  readonly security: AccountSecurity
  readonly onChanged: () => void
}

export const PasskeysPanel = ({ security: { passkeys, passkeys_at: at }, onChanged }: Props) => {
  const [codes, setCodes] = useState<readonly string[]>([])
  const added = (answer: PasskeyAdded) => {
    // Recovery codes are shown once: the page changes when they are kept.
    if (answer.recovery_codes.length > 0) setCodes(answer.recovery_codes)
    else onChanged()
  }
  const kept = () => {
    setCodes([])
    onChanged()
  }
  return (
    <Panel id="passkeys" title="Passkeys" note={passkeys.length === 0 ? 'none' : String(passkeys.length)}>
      <div class="body stack">
        <p class="soft">
          Sign in with your device and its PIN, your finger or your face. Once there is one, the password alone no
          longer signs you in.
        </p>
        {passkeys.length > 0 && (
          <ul class="stack" aria-label="Passkeys">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} onChanged={onChanged} />
            ))}
          </ul>
        )}
        {codes.length > 0 ? (
          <RecoveryCodeList codes={codes} onKept={kept} />
        ) : at === location.origin ? (
          <AddPasskey onAdded={added} />
        ) : (
          <Elsewhere at={at} />
        )}
      </div>
    </Panel>
  )
}
