import { useLocation, useRoute } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { Assessment } from '#contract/assessment.ts'
import type { OrderDetail, OrderHistory } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatMoney } from '../../format/money.ts'
import { formatMoment, zoneName } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Waterfall } from '../../parts/waterfall/waterfall.tsx'
import { useKeys } from '../../shell/keys.ts'
import { useMay } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { Attempts } from './attempts.tsx'
import { DecideBar } from './decide-bar.tsx'
import { LabelPanel } from './label-panel.tsx'
import { LinkedOrders } from './linked-orders.tsx'
import { OrderFacts } from './order-facts.tsx'
import { RescoredPanel } from './rescored.tsx'
import { SessionFacts } from './session-facts.tsx'
import { Timeline } from './timeline.tsx'
import { Verdict } from './verdict.tsx'

const storeAddress = (template: string | null, orderId: string): string | null =>
  template ? template.replaceAll('{order_id}', encodeURIComponent(orderId)) : null

const Head = ({ detail, now }: { detail: OrderDetail; now: number }) => {
  const { store, to, zone } = usePlace()
  const mayChange = useMay('settings.change')
  const { assessment, facts } = detail
  const address = storeAddress(store.order_url, assessment.order_id)
  const placed = Date.parse(assessment.created_at)
  return (
    <div class="page-head">
      <nav class="crumb" aria-label="Breadcrumb">
        <a href={to('orders')}>Orders</a> /
      </nav>
      <h1>{assessment.order_id}</h1>
      <span class="soft">
        <b>{formatMoney(facts.amount, facts.currency)}</b>,{' '}
        <time dateTime={assessment.created_at}>
          {formatMoment(placed, zone, now)} {zoneName(zone, placed)}
        </time>
        {assessment.attempt > 1 && `, attempt ${assessment.attempt}`}
      </span>
      {detail.imported && <span class="tag">imported; nobody acted on this verdict</span>}
      <div class="tools">
        <span class="quiet hide-small">
          <kbd>J</kbd> <kbd>K</kbd> next, previous
        </span>
        {address && (
          <a class="button" href={address} target="_blank" rel="noreferrer">
            <Icon name="store" />
            Open in your store <kbd>O</kbd>
          </a>
        )}
        {!address && mayChange && (
          <a class="button plain hide-small" href={to('settings')}>
            <Icon name="link" />
            Link it to your store
          </a>
        )}
      </div>
    </div>
  )
}

const Waiting = () => (
  <div class="cols order" aria-busy="true">
    <section class="panel" aria-label="Score, loading">
      <div class="body stack">
        {['30%', '90%', '70%', '80%', '60%', '75%', '50%'].map((width) => (
          <p key={width}>
            <Bone width={width} />
          </p>
        ))}
      </div>
    </section>
  </div>
)

const queuedMs = 3000
const queuedWithinMs = 600_000

/** What became of it since; where that cannot be told, the verdict still can. */
const useHistory = ({ id, decision, created_at: at }: Assessment) => {
  const { api } = usePlace()
  const path = api(`orders/${id}/history`)
  const { data, reload, replace } = useLoad(path, (signal) => get<OrderHistory>(path, signal))
  const settled = data?.review?.undo_until ?? null
  // Once the time to undo is over, the store is told: say so.
  useEffect(() => {
    if (settled === null) return
    const timer = setTimeout(reload, Math.max(0, Date.parse(settled) - Date.now()) + 1500)
    return () => clearTimeout(timer)
  }, [settled, reload])
  // An order for review is in the queue a moment after its verdict.
  const isNew = Date.now() - Date.parse(at) < queuedWithinMs
  const isExpected = isNew && decision === 'review' && data !== undefined && data.review === null
  useEffect(() => {
    if (!isExpected) return
    const timer = setInterval(reload, queuedMs)
    return () => clearInterval(timer)
  }, [isExpected, reload])
  return { history: data, replace }
}

const Detail = ({ detail }: { detail: OrderDetail }) => {
  const now = useNow(30_000)
  const { assessment, thresholds } = detail
  const { history, replace } = useHistory(assessment)
  useKeys({ l: () => document.getElementById('label')?.focus() })
  return (
    <>
      <Head detail={detail} now={now} />
      {history && <DecideBar review={history.review} onChange={(review) => replace({ ...history, review })} />}
      <div class="cols order">
        <div class="stack">
          <section class="panel" aria-labelledby="score">
            <Verdict assessment={assessment} thresholds={thresholds} />
            <Waterfall key={assessment.id} assessment={assessment} thresholds={thresholds} />
            <footer class="row spread">
              <span class="quiet">10 points double or halve the odds of fraud.</span>
              <span class="quiet">
                <u class="flip">Underlined</u>: the decision would change.
              </span>
            </footer>
          </section>
          {history && <RescoredPanel rescored={history.rescored} now={now} />}
          <Attempts detail={detail} now={now} />
          <LinkedOrders detail={detail} now={now} />
        </div>
        <div class="stack">
          {history && (
            <LabelPanel
              assessmentId={assessment.id}
              history={history}
              isCod={detail.facts.payment_method === 'cod'}
              now={now}
              onChange={replace}
            />
          )}
          <OrderFacts facts={detail.facts} identifiers={detail.identifiers} />
          <SessionFacts session={detail.session} now={now} />
          <Timeline detail={detail} now={now} />
        </div>
      </div>
    </>
  )
}

export const OrderPage = () => {
  const { params } = useRoute()
  const { route } = useLocation()
  const { api, to, store } = usePlace()
  const id = params.id ?? ''
  const {
    data: loaded,
    problem,
    slow,
    reload,
  } = useLoad(api(id), (signal) => get<OrderDetail>(api(`orders/${encodeURIComponent(id)}`), signal))
  // The order before stays for a moment, not for long: its address is no longer the one shown.
  const data = loaded?.assessment.id === id || !slow ? loaded : undefined
  const open = (other: string | null | undefined) => other && (() => route(to(`orders/${other}`)))
  const address = data && storeAddress(store.order_url, data.assessment.order_id)
  useKeys({
    // The list is newest first, so the next one is the older one.
    j: open(data?.previous_id) || undefined,
    k: open(data?.next_id) || undefined,
    o: address ? () => window.open(address, '_blank', 'noreferrer') : undefined,
    Escape: () => route(to('orders')),
  })
  if (problem?.status === 404) {
    return (
      <Page title="Order not found">
        <div class="page-head">
          <h1>Order not found</h1>
        </div>
        <section class="panel">
          <Empty
            title="This order is not here"
            acts={
              <a class="button" href={to('orders')}>
                All orders
              </a>
            }
          >
            It belongs to another store or to the other set of data, or its time of keeping is over.
          </Empty>
        </section>
      </Page>
    )
  }
  return (
    <Page title={data ? `Order ${data.assessment.order_id}` : 'Order'}>
      {problem && <Trouble what="The order" problem={problem} retry={reload} />}
      {data ? <Detail detail={data} /> : slow && <Waiting />}
    </Page>
  )
}
