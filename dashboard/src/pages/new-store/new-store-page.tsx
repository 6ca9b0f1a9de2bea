import { useState } from 'preact/hooks'
import type { StoreSecrets } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { Empty } from '../../parts/empty.tsx'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useMay, useMe } from '../../shell/me.ts'
import { SendForm, textOf } from '../account-door/send-form.tsx'
import { StoreKeys } from './store-keys.tsx'

const NewStoreForm = ({ onMade }: { readonly onMade: (store: StoreSecrets) => void }) => (
  <SendForm
    label="A new store"
    button="Make the store"
    busy="Making it…"
    onSend={async (data) => onMade(await post<StoreSecrets>('/stores', { name: textOf(data, 'name') }))}
  >
    {(wrong) => (
      <Field
        id="store-name"
        label="Name"
        wrong={wrong}
        help="As your people know it. Where it sells from is asked on its page Install."
        input={{ name: 'name', required: true, maxLength: 120, autoComplete: 'off' }}
      />
    )}
  </SendForm>
)

/** The first store of an organisation, or one more. Outside the shell: there may be no store to show yet. */
export const NewStorePage = () => {
  const { organization, stores } = useMe()
  const may = useMay('organization.change')
  const [made, setMade] = useState<StoreSecrets>()
  document.title = 'A new store · Goodfaith'
  return (
    <main id="main" class="page" tabIndex={-1}>
      <div class="page-head">
        <h1>A new store</h1>
        <span class="quiet">of {organization.name}</span>
        <a href="/account">Your account</a>
        {stores.length > 0 && <a href="/">To the dashboard</a>}
      </div>
      {may ? (
        <Panel id="new-store" title={made ? made.name : 'What is it called?'}>
          <div class="body">{made ? <StoreKeys store={made} /> : <NewStoreForm onMade={setMade} />}</div>
        </Panel>
      ) : (
        <section class="panel">
          <Empty title="No store yet">Your organisation has no store. Its owner makes one.</Empty>
        </section>
      )}
    </main>
  )
}
