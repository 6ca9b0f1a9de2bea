import { useState } from 'preact/hooks'
import { roles } from '#contract/roles.ts'
import type { Invitation, Member } from '#contract/console.ts'
import { patch, post } from '../../api/client.ts'
import { roleWord } from '../../format/role.ts'
import { formatDayYear, formatMinute } from '../../format/time.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useMay, useMe } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { rolesGivenBy } from './invite-form.tsx'

type Question = 'remove' | 'transfer'

const questions = {
  remove: {
    title: (name: string) => `Take ${name} out?`,
    text: 'They are signed out everywhere within 2 seconds. Keys whose secrets they saw are marked on the Keys page.',
    answer: 'Take out',
  },
  transfer: {
    title: (name: string) => `Make ${name} the owner?`,
    text: 'You become admin and cannot take it back by yourself.',
    answer: 'Hand over',
  },
} as const

const Acts = ({ member, onChanged }: { member: Member; onChanged: () => void }) => {
  const { role: own, person } = useMe()
  const isOwner = useMay('organization.change')
  const { act, busy, wrong } = useAct()
  const [asking, setAsking] = useState<Question | null>(null)
  const given = rolesGivenBy(own)
  const isManaged = given.includes(member.role) && (member.id !== person.id || isOwner)
  if (!isManaged) return <span class="soft">{roleWord[member.role]}</span>
  const change = (role: string) =>
    void act(async () => {
      await patch(`/people/${member.id}`, { role })
      onChanged()
    })
  const answer = (question: Question, close: () => void) =>
    void act(async () => {
      await post(`/people/${member.id}/${question}`)
      close()
      onChanged()
    })
  return (
    <span class="row acts">
      <label class="vh" for={`role-${member.id}`}>
        Role of {member.name}
      </label>
      <select
        class="select"
        id={`role-${member.id}`}
        value={member.role}
        disabled={busy}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      >
        {roles
          .filter((role) => given.includes(role))
          .map((role) => (
            <option key={role} value={role}>
              {roleWord[role]}
            </option>
          ))}
      </select>
      {member.id !== person.id && (
        <button class="button small" type="button" onClick={() => setAsking('remove')}>
          Take out<span class="vh"> {member.name}</span>
        </button>
      )}
      {isOwner && member.id !== person.id && (
        <button class="button small" type="button" onClick={() => setAsking('transfer')}>
          Make owner<span class="vh"> {member.name}</span>
        </button>
      )}
      {wrong && <small role="alert">{wrong}</small>}
      {asking && (
        <Dialog id="people-question" title={questions[asking].title(member.name)} onClose={() => setAsking(null)}>
          {(close) => (
            <>
              <p class="soft">{questions[asking].text}</p>
              {wrong && <p role="alert">{wrong}</p>}
              <div class="acts">
                <button class="button" type="button" onClick={close}>
                  Leave it
                </button>
                <button class="button primary" type="button" aria-busy={busy} onClick={() => answer(asking, close)}>
                  {questions[asking].answer}
                </button>
              </div>
            </>
          )}
        </Dialog>
      )}
    </span>
  )
}

export const PeopleTable = ({ members, onChanged }: { members: readonly Member[]; onChanged: () => void }) => {
  const { zone } = usePlace()
  const { person } = useMe()
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="People, scrolls sideways">
      <table class="table">
        <caption class="vh">People</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Since</th>
            <th scope="col">Role</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                {member.name}
                {member.id === person.id && <span class="quiet"> you</span>}
              </th>
              <td class="soft">{member.email}</td>
              <td class="quiet">{formatDayYear(Date.parse(member.since), zone)}</td>
              <td>
                <Acts member={member} onChanged={onChanged} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const InvitationsTable = ({
  invitations,
  now,
  onChanged,
}: {
  invitations: readonly Invitation[]
  now: number
  onChanged: () => void
}) => {
  const { zone } = usePlace()
  const { act, busy, wrong } = useAct()
  const withdraw = (id: string) =>
    void act(async () => {
      await post(`/people/invitations/${id}/withdraw`)
      onChanged()
    })
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Invitations, scrolls sideways">
      {wrong && <p role="alert">{wrong}</p>}
      <table class="table">
        <caption class="vh">Open invitations</caption>
        <thead>
          <tr>
            <th scope="col">Invited</th>
            <th scope="col">Role</th>
            <th scope="col">Good until</th>
            <th scope="col">
              <span class="vh">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ id, email, role, expires_at: end }) => (
            <tr key={id}>
              <th scope="row">{email}</th>
              <td class="soft">{roleWord[role]}</td>
              <td class="quiet">{formatMinute(Date.parse(end), zone, now)}</td>
              <td class="end">
                <button class="button small" type="button" aria-busy={busy} onClick={() => withdraw(id)}>
                  Take back<span class="vh"> the invitation of {email}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
