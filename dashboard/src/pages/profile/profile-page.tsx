import { useRoute } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import type { ProfileDetail, ProfileOrder, ProfileWindow } from '#contract/console.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatMoney } from '../../format/money.ts'
import { formatCount, plural } from '../../format/number.ts'
import { formatDayYear, formatMinute, zoneName } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Plot } from '../../parts/chart/plot.tsx'
import { DecisionMark } from '../../parts/decision.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { kindIcon, kindWord, subjectWord } from '../../parts/kinds.ts'
import { Panel } from '../../parts/panel.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { daysPlot, daysSentence } from './days.ts'
import { ListButtons } from './list-buttons.tsx'

const windowWord: Record<ProfileWindow['window'], string> = {
  '5m': '5 minutes',
  '1h': '1 hour',
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
}
const outcomeWord: Record<NonNullable<ProfileOrder['outcome']>, string> = {
  bad: 'Bad',
  good: 'Good',
  refused: 'Delivery refused',
  unpaid: 'Payment refused',
  returned: 'Returned',
  declined: 'Declined',
}

/** "IP address" keeps its letters, "Phone" does not. */
const inSentence = (word: string): string => word.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())

const oddsText = (odds: number): string =>
  Math.abs(odds - 1) < 0.05
    ? 'the usual odds'
    : `${odds >= 10 ? odds.toFixed(0) : odds.toFixed(1)} times the usual odds`

const Figures = ({ detail: { outcomes, orders_total: total } }: { detail: ProfileDetail }) => {
  const { zone } = usePlace()
  return (
    <dl class="figures four">
      <div>
        <dt>Orders</dt>
        <dd class="value">{formatCount(total)}</dd>
        <dd class="delta">{plural(outcomes.declined, 'declined', 'declined')}</dd>
      </div>
      <div>
        <dt>Known bad</dt>
        <dd class="value">{formatCount(outcomes.bad)}</dd>
        <dd class="delta">
          {outcomes.last_bad_at ? `last on ${formatDayYear(Date.parse(outcomes.last_bad_at), zone)}` : 'none'}
        </dd>
      </div>
      <div>
        <dt>Known good</dt>
        <dd class="value">{formatCount(outcomes.good)}</dd>
        <dd class="delta">{plural(outcomes.returned, 'returned', 'returned')}</dd>
      </div>
      <div>
        <dt>Refused</dt>
        <dd class="value">
          {formatCount(outcomes.refused_payments)} <small>payments</small>
        </dd>
        <dd class="delta">
          {plural(outcomes.refused_deliveries, 'delivery', 'deliveries')}; {oddsText(outcomes.odds)}
        </dd>
      </div>
    </dl>
  )
}

const WindowsPanel = ({ windows }: Pick<ProfileDetail, 'windows'>) => (
  <Panel id="windows" title="Windows" note="counted back from now">
    <DataTable
      name="Windows"
      caption="Orders, sums and partners per window"
      columns={['In', { end: 'Orders' }, { end: 'Refused' }, { end: 'Sum' }, 'Together with']}
    >
      {windows.map(({ window, orders, refused, at_least: atLeast, sums, partners }) => (
        <tr key={window}>
          <th scope="row">{windowWord[window]}</th>
          <td class="end">
            {atLeast && <span class="quiet">at least </span>}
            {formatCount(orders)}
          </td>
          <td class="end">{formatCount(refused)}</td>
          <td class="end">{sums.map(({ currency, amount }) => formatMoney(amount, currency)).join(' and ')}</td>
          <td class="wraps soft">
            {partners
              .filter(({ count }) => count > 0)
              .map(({ kind, count }) => `${count} ${inSentence(kindWord[kind])}`)
              .join(', ')}
          </td>
        </tr>
      ))}
    </DataTable>
  </Panel>
)

const OrdersPanel = ({ detail: { orders, more }, now }: { detail: ProfileDetail; now: number }) => {
  const { to, zone } = usePlace()
  return (
    <Panel id="its-orders" title="Its orders" note={`newest first, times in ${zoneName(zone, now)}`}>
      <DataTable
        name="Its orders"
        caption="Orders, newest first"
        columns={['Score', 'Order', 'Decision', { end: 'Amount' }, 'Turned out', { end: 'Placed' }]}
      >
        {orders.map((row) => (
          <tr key={row.id}>
            <td>
              <ScoreChip score={row.trust_score} level={row.risk_level} degraded={row.degraded} />
            </td>
            <th scope="row">
              <a class="id" href={to(`orders/${row.id}`)}>
                {row.order_id}
              </a>
            </th>
            <td>
              <DecisionMark decision={row.decision} />
            </td>
            <td class="end">{formatMoney(row.amount, row.currency)}</td>
            <td>{row.outcome ? outcomeWord[row.outcome] : <span class="quiet">not known yet</span>}</td>
            <td class="end quiet">{formatMinute(Date.parse(row.created_at), zone, now)}</td>
          </tr>
        ))}
      </DataTable>
      {more > 0 && (
        <footer>
          <span class="quiet">{plural(more, 'older order is', 'older orders are')} counted and not listed.</span>
        </footer>
      )}
    </Panel>
  )
}

const PartnersPanel = ({ partners, now }: Pick<ProfileDetail, 'partners'> & { now: number }) => {
  const { to, zone } = usePlace()
  return (
    <Panel id="partners" title="Seen together with" note="most often first">
      <ul class="partners">
        {partners.map(({ kind, ref, hint, short, orders, last_seen_at: seen }) => {
          const text = (
            <>
              <Icon name={kindIcon[kind]} />
              <span class="vh">{kindWord[kind]} </span>
              <span class="hint">{hint ?? kindWord[kind]}</span>
              <code>{short}</code>
            </>
          )
          return (
            <li key={`${kind} ${short}`}>
              {ref === null ? (
                <span class="ident">{text}</span>
              ) : (
                <a class="ident" href={to(`profiles/${kind}/${encodeURIComponent(ref)}`)}>
                  {text}
                </a>
              )}
              <small class="quiet">
                {plural(orders, 'order')}, {formatMinute(Date.parse(seen), zone, now)}
              </small>
            </li>
          )
        })}
        {partners.length === 0 && <li class="quiet">Nothing yet.</li>}
      </ul>
    </Panel>
  )
}

const DaysPanel = ({ days, now }: Pick<ProfileDetail, 'days'> & { now: number }) => {
  const data = useMemo(() => daysPlot(days, now), [days])
  return (
    <Panel id="days" title="Orders per day" note="35 days, UTC">
      <div class="body">
        <Plot data={data} sentence={daysSentence(days)} xName="Day" yName="Orders" />
      </div>
    </Panel>
  )
}

const Detail = ({ detail, now }: { detail: ProfileDetail; now: number }) => {
  const { to, zone } = usePlace()
  const day = (at: string | null) => (at ? formatDayYear(Date.parse(at), zone) : 'never')
  return (
    <>
      <div class="page-head">
        <nav class="crumb" aria-label="Breadcrumb">
          <a href={to('orders')}>Orders</a> /
        </nav>
        <h1>
          {subjectWord(detail.kind)} {detail.hint ?? detail.short}
        </h1>
        <span class="soft">
          <code>{detail.short}</code>, first seen {day(detail.first_seen_at)}, last {day(detail.last_seen_at)}
        </span>
        <div class="tools">
          <ListButtons detail={detail} />
        </div>
      </div>
      <Figures detail={detail} />
      <div class="cols profile">
        <div class="stack">
          <WindowsPanel windows={detail.windows} />
          <OrdersPanel detail={detail} now={now} />
        </div>
        <div class="stack">
          <DaysPanel days={detail.days} now={now} />
          <PartnersPanel partners={detail.partners} now={now} />
        </div>
      </div>
    </>
  )
}

const NotSeen = () => {
  const { to } = usePlace()
  return (
    <>
      <div class="page-head">
        <h1>Not seen here</h1>
      </div>
      <section class="panel">
        <Empty
          title="Nothing is known of it"
          acts={
            <a class="button" href={to('orders')}>
              All orders
            </a>
          }
        >
          No order of this set of data had it, or its time of keeping is over.
        </Empty>
      </section>
    </>
  )
}

/** Everything the store knows of one person, device, card, or identifier that it declared itself. */
export const ProfilePage = () => {
  const { api } = usePlace()
  const { params } = useRoute()
  const now = useNow(30_000)
  const path = api(`profiles/${encodeURIComponent(params.kind ?? '')}/${encodeURIComponent(params.ref ?? '')}`)
  const { data, problem, reload } = useLoad(path, (signal) => get<ProfileDetail>(path, signal))
  if (problem?.status === 404) {
    return (
      <Page title="Not seen">
        <NotSeen />
      </Page>
    )
  }
  return (
    <Page title={data ? `${subjectWord(data.kind)} ${data.hint ?? data.short}` : 'Profile'}>
      {problem && <Trouble what="The profile" problem={problem} retry={reload} />}
      {data ? (
        <Detail detail={data} now={now} />
      ) : (
        <>
          <div class="page-head">
            <h1 class="vh">Profile</h1>
            <Bone width="14rem" />
          </div>
          <section class="panel case-bones" aria-label="Profile, loading" aria-busy="true" />
        </>
      )}
    </Page>
  )
}
