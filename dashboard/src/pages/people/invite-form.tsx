import { useState } from 'preact/hooks'
import { roles, type ActingRole, type Role } from '#contract/roles.ts'
import { post } from '../../api/client.ts'
import { roleWord } from '../../format/role.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Field } from '../../parts/field.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useMe } from '../../shell/me.ts'

/** As the server sees it: owners make anybody, admins those below them. */
export const rolesGivenBy = (role: ActingRole): readonly Role[] =>
  role === 'owner' ? roles : role === 'admin' ? ['approver', 'viewer'] : []

export const InviteForm = ({ onInvited }: { onInvited: (email: string) => void }) => {
  const { role: own } = useMe()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('approver')
  const { act, busy, wrong } = useAct()
  const invite = () =>
    act(async () => {
      await post('/people/invitations', { email, role })
      setEmail('')
      onInvited(email)
    })
  return (
    <form
      class="body stack"
      onSubmit={(event) => {
        event.preventDefault()
        void invite()
      }}
    >
      <Field
        id="invite-email"
        label="E-mail"
        help="They get a link that is good once, for 24 hours, with this address only."
        wrong={wrong ?? undefined}
        input={{
          type: 'email',
          required: true,
          autocomplete: 'off',
          value: email,
          onInput: ({ currentTarget }) => setEmail(currentTarget.value),
        }}
      />
      <div class="field">
        <label for="invite-role">Role</label>
        <select
          class="select"
          id="invite-role"
          value={role}
          onChange={({ currentTarget }) => setRole(roles.find((one) => one === currentTarget.value) ?? 'viewer')}
        >
          {rolesGivenBy(own).map((one) => (
            <option key={one} value={one}>
              {roleWord[one]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <ActButton may="people.change" submit busy={busy}>
          Invite
        </ActButton>
      </div>
    </form>
  )
}
