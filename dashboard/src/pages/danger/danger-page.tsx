import type { AccountDeletion, Closings } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Empty } from '../../parts/empty.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAccount, useMay } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { ClosePanel } from './close-panel.tsx'
import { ClosedStores } from './closed-stores.tsx'

const load = async (signal: AbortSignal) => {
  const [closings, { totp }] = await Promise.all([
    get<Closings>('/closings', signal),
    get<AccountDeletion>('/account/deletion', signal),
  ])
  return { closings, totp }
}

const StoreEnd = ({ totp }: { readonly totp: boolean }) => {
  const { store } = usePlace()
  const close = async (wanted: object) => {
    await post(`/stores/${store.id}/close`, wanted)
    // Another store, or none: nothing of this page holds any more.
    location.assign('/')
  }
  return (
    <ClosePanel
      id="delete-store"
      title="Delete this store"
      name={store.name}
      button="Delete the store"
      totp={totp}
      onClose={close}
    >
      <li>Its keys stop at once, test and live. A checkout that still sends orders gets an error.</li>
      <li>It is heard no more in the network, and what it gave is taken back.</li>
      <li>For 30 days an owner can take it back here; then its orders, labels, rules and keys are erased for good.</li>
      <li>The audit log stays and still verifies; entries about orders can no longer be read.</li>
    </ClosePanel>
  )
}

const OrganizationEnd = ({ totp }: { readonly totp: boolean }) => {
  const { me, leave } = useAccount()
  const close = async (wanted: object) => {
    await post('/organization/close', wanted)
    leave()
  }
  return (
    <ClosePanel
      id="close-organization"
      title="Close the organisation"
      name={me.organization.name}
      button="Close the organisation"
      totp={totp}
      onClose={close}
    >
      <li>All its stores stop at once, and everybody is signed out.</li>
      <li>For 30 days its owners can sign in and take it back; they see nothing else.</li>
      <li>Then everything is erased, and the accounts of people who belong nowhere else.</li>
    </ClosePanel>
  )
}

const Owners = () => {
  const { renew } = useAccount()
  const { data, problem, reload } = useLoad('danger', load)
  const changed = () => {
    reload()
    void renew()
  }
  return (
    <>
      {problem && <Trouble what="The danger zone" problem={problem} retry={reload} />}
      {data && (
        <>
          <ClosedStores stores={data.closings.stores} onBack={changed} />
          <div class="cols settings">
            <StoreEnd totp={data.totp} />
            <OrganizationEnd totp={data.totp} />
          </div>
        </>
      )}
    </>
  )
}

export const DangerPage = () => {
  const may = useMay('organization.close')
  const { to } = usePlace()
  return (
    <Page title="Danger zone">
      <div class="page-head">
        <h1>Danger zone</h1>
        <a href={to('settings')}>Back to settings</a>
      </div>
      {may ? (
        <Owners />
      ) : (
        <section class="panel">
          <Empty title="For owners">Only an owner deletes stores or closes the organisation.</Empty>
        </section>
      )}
      <p>
        To delete your own account, go to <a href="/account">Your account</a>.
      </p>
    </Page>
  )
}
