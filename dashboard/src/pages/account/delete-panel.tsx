import type { AccountDeletion } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Panel } from '../../parts/panel.tsx'
import { useAccount } from '../../shell/me.ts'
import { SendForm } from '../account-door/send-form.tsx'
import { ProofFields, proofOf } from '../danger/proof-fields.tsx'

type Organization = AccountDeletion['organizations'][number]

const stores = (count: number): string => (count === 1 ? 'its store' : `its ${count} stores`)

const sentence = ({ name, outcome, stores: count }: Organization): string => {
  if (outcome === 'transfer_first') return `${name}: you are its only owner. Make somebody else owner first, on People.`
  if (outcome === 'leave') return `${name}: you leave it; the others stay.`
  return count === 0
    ? `${name}: closed and erased, since nobody else belongs to it.`
    : `${name}: closed and erased with ${stores(count)}, since nobody else belongs to it. Keys stop at once.`
}

export const DeletePanel = () => {
  const { leave } = useAccount()
  const { data } = useLoad('account/deletion', (signal) => get<AccountDeletion>('/account/deletion', signal))
  if (!data) return null
  const isBlocked = data.organizations.some(({ outcome }) => outcome === 'transfer_first')
  const remove = async (form: FormData) => {
    await post('/account/delete', proofOf(form))
    leave()
  }
  return (
    <Panel id="delete-account" title="Delete the account">
      <div class="body stack">
        <ul class="stack" aria-label="What happens">
          <li>At once and for good: name, address, password, second factor, passkeys and every sign-in.</li>
          {data.organizations.map((one) => (
            <li key={one.id}>{sentence(one)}</li>
          ))}
          <li>The audit log keeps what you did under a random number, without your name. You get one last mail.</li>
        </ul>
        {isBlocked ? (
          <p role="status">Your account can be deleted once every organisation has another owner.</p>
        ) : (
          <SendForm
            label="Delete the account"
            button="Delete my account for good"
            busy="Deleting…"
            kind="danger"
            onSend={remove}
          >
            {(wrong) => <ProofFields id="delete" wrong={wrong} totp={data.totp} />}
          </SendForm>
        )}
      </div>
    </Panel>
  )
}
