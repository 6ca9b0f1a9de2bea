import type { Closing } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { formatCount } from '../../format/number.ts'
import { Panel } from '../../parts/panel.tsx'
import { useAct } from '../../parts/use-act.ts'

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' })
export const formatClosingDay = (iso: string): string => day.format(new Date(iso))

const Row = ({ store, onBack }: { readonly store: Closing; readonly onBack: () => void }) => {
  const { act, busy, wrong } = useAct()
  const back = () =>
    void act(async () => {
      await post(`/stores/${store.id}/take-back`)
      onBack()
    })
  return (
    <li class="row spread">
      <span class="stack">
        <b>{store.name || store.id}</b>
        <small class="soft">
          {store.state === 'closed' && `erased on ${formatClosingDay(store.erase_at)}`}
          {store.state === 'erasing' && `being erased; ${formatCount(store.removed)} documents are gone so far`}
          {store.state === 'erased' &&
            `erased on ${formatClosingDay(store.erased_at ?? store.erase_at)}, ${formatCount(store.removed)} documents`}
        </small>
        {wrong && <small role="alert">{wrong}</small>}
      </span>
      {store.state === 'closed' && (
        <button class="button small" type="button" aria-busy={busy} onClick={back}>
          Take back<span class="vh"> {store.name}</span>
        </button>
      )}
    </li>
  )
}

export const ClosedStores = ({
  stores,
  onBack,
}: {
  readonly stores: readonly Closing[]
  readonly onBack: () => void
}) =>
  stores.length === 0 ? null : (
    <Panel id="closed-stores" title="Deleted stores">
      <ul class="body stack" aria-label="Deleted stores">
        {stores.map((store) => (
          <Row key={store.id} store={store} onBack={onBack} />
        ))}
      </ul>
    </Panel>
  )
