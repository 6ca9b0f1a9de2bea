import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { OrderRow, OrderRows } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { plural } from '../../format/number.ts'
import { zoneName } from '../../format/time.ts'
import { Empty } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useKeys } from '../../shell/keys.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { useNow } from '../../shell/use-now.ts'
import { ExportOrders } from './export-orders.tsx'
import { clearAll, FilterBar } from './filter-bar.tsx'
import { chipsOf, mayMatch, ordersCall, readFilters, type Filters } from './filters.ts'
import { hintOf } from './search-hints.ts'
import { OrdersTable } from './orders-table.tsx'
import { useNewOrders } from './use-new-orders.ts'

const NoRows = ({ filters }: { filters: Filters }) => {
  const { to, mode } = usePlace()
  const { change } = useQuery()
  const chips = chipsOf(filters, hintOf)
  if (chips.length === 0) {
    return (
      <Empty
        title={mode === 'test' ? 'No test orders yet' : 'No orders yet'}
        acts={
          <a class="button primary" href={to('install')}>
            Install Goodfaith
          </a>
        }
      >
        Every order your store asks about appears here within a second, with its score and why.
      </Empty>
    )
  }
  return (
    <Empty
      title="No order matches"
      acts={
        <button class="button" type="button" onClick={() => change(clearAll)}>
          Clear all
        </button>
      }
    >
      {plural(chips.length, 'filter is', 'filters are')} set:{' '}
      {chips.map(({ key, text }) => `${key} ${text}`).join('; ')}.
    </Empty>
  )
}

const CopyLink = () => {
  const toast = useToast()
  const copy = () =>
    void navigator.clipboard.writeText(location.href).then(() => toast('The link to this list is copied.'))
  return (
    <button class="button plain hide-small" type="button" onClick={copy}>
      <Icon name="link" />
      Copy link
    </button>
  )
}

const Pager = ({ next, after }: { next: string | null; after: string | undefined }) => {
  const { change } = useQuery()
  if (!next && !after) return null
  return (
    <nav class="pager" aria-label="Pages">
      <span>{after ? 'Older orders' : 'Newest first'}</span>
      <div class="moves">
        {after && (
          <button class="button small" type="button" onClick={() => change({ after: undefined })}>
            Newest
          </button>
        )}
        {next && (
          <button class="button small" type="button" onClick={() => change({ after: next })}>
            Older
          </button>
        )}
      </div>
    </nav>
  )
}

export const OrdersPage = () => {
  const { api, to, zone } = usePlace()
  const { query } = useQuery()
  const { route } = useLocation()
  const now = useNow(10_000)
  const filters = readFilters(query)
  const after = query.after
  const call = api(ordersCall(filters, Date.now(), after))
  const { data, problem, slow, reload } = useLoad(
    call.replace(/from=[^&]*/, `placed=${query.placed ?? ''}`),
    (signal) => get<OrderRows>(call, signal),
  )
  const { waiting, take } = useNewOrders(api('stream'), (row) => mayMatch(filters, row))
  const [cursor, setCursor] = useState(-1)
  const [newIds, setNewIds] = useState<ReadonlySet<string>>(new Set())
  const [missed, setMissed] = useState<string | null>(null)

  const rows = data?.data ?? (slow ? undefined : [])
  const hrefOf = (row: OrderRow) => to(`orders/${row.id}`)
  const move = (by: number) => setCursor((old) => Math.min((rows?.length ?? 0) - 1, Math.max(0, old + by)))
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: rows?.[cursor] && (() => rows[cursor] && route(hrefOf(rows[cursor]))),
  })
  const showNewer = () => {
    setNewIds(new Set(waiting.map(({ id }) => id)))
    take()
    reload()
  }

  return (
    <Page title="Orders">
      <div class="page-head">
        <h1>Orders</h1>
        <span class="quiet">
          {data ? `${plural(data.data.length, 'order')} shown, ` : ''}times in {zoneName(zone, now)}
        </span>
        <div class="tools">
          <ExportOrders filters={filters} />
          <CopyLink />
        </div>
      </div>
      <FilterBar filters={filters} onMiss={setMissed} />
      {missed && (
        <p class="banner" role="status">
          <Icon name="search" />
          <span>{missed}</span>
        </p>
      )}
      {problem && <Trouble what="Orders" problem={problem} retry={reload} />}
      <section class="panel" aria-label="Orders found">
        {waiting.length > 0 && (
          <button class="held" type="button" onClick={showNewer}>
            {plural(waiting.length, 'newer order')}, show {waiting.length === 1 ? 'it' : 'them'}
          </button>
        )}
        {data && data.data.length === 0 ? (
          <NoRows filters={filters} />
        ) : (
          <OrdersTable rows={rows} cursor={cursor} newIds={newIds} now={now} zone={zone} hrefOf={hrefOf} />
        )}
        {data && <Pager next={data.next_cursor} after={after} />}
      </section>
    </Page>
  )
}
