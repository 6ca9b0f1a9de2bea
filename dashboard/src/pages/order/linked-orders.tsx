import type { LinkedOrder, OrderDetail } from '#contract/console.ts'
import { plural } from '../../format/number.ts'
import { formatMinute } from '../../format/time.ts'
import { decidedWord } from '../../format/words.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'
import { usePlace } from '../../shell/place.ts'
import { threadClass, threadsOf, type Thread } from './linked-matrix.ts'

type Kind = OrderDetail['linked']['kinds'][number]
const columns: Record<Kind, { readonly name: string; readonly icon: IconName }> = {
  device: { name: 'Device', icon: 'device' },
  email: { name: 'E-mail', icon: 'mail' },
  phone: { name: 'Phone', icon: 'phone' },
  card: { name: 'Card', icon: 'card' },
  address: { name: 'Address', icon: 'pin' },
  account: { name: 'Account', icon: 'key' },
  ip: { name: 'IP', icon: 'globe' },
}

const Letter = ({ letter }: { letter: string | null | undefined }) => {
  if (!letter) return <span class="vh">not given</span>
  if (letter !== 'A') return <span class="other">{letter}</span>
  return (
    <span class="same">
      A<span class="vh"> same as this order</span>
    </span>
  )
}

interface RowProps {
  readonly order: LinkedOrder
  readonly row: number
  readonly kinds: readonly Kind[]
  readonly threads: ReadonlyMap<string, Thread>
  readonly isThis: boolean
  readonly now: number
}

const Row = ({ order, row, kinds, threads, isThis, now }: RowProps) => {
  const { to, zone } = usePlace()
  return (
    <tr class={isThis ? 'this' : ''}>
      <th scope="row">
        {isThis ? (
          <>
            <b>{order.order_id}</b> <span class="quiet hide-small">this order</span>
          </>
        ) : (
          <a class="id" href={to(`orders/${order.id}`)}>
            {order.order_id}
          </a>
        )}
      </th>
      <td class="quiet hide-small">{formatMinute(Date.parse(order.created_at), zone, now)}</td>
      <td>
        <ScoreChip score={order.trust_score} level={order.risk_level} />
      </td>
      {kinds.map((kind) => (
        <td key={kind} class={threadClass(threads.get(kind), row)}>
          <Letter letter={order.letters[kind]} />
        </td>
      ))}
      <td class="hide-small">{decidedWord[order.decision]}</td>
    </tr>
  )
}

const Heads = ({ kinds }: { kinds: readonly Kind[] }) =>
  kinds.map((kind) => (
    <th key={kind} scope="col" class="cell">
      <span class="only-small">
        <Icon name={columns[kind].icon} />
        <span class="vh">{columns[kind].name}</span>
      </span>
      <span class="hide-small">{columns[kind].name}</span>
    </th>
  ))

/** The opened order stands first; its values are the As. */
const withThis = ({ assessment, linked }: OrderDetail): readonly LinkedOrder[] => [
  { ...assessment, letters: Object.fromEntries(linked.kinds.map((kind) => [kind, 'A'])) },
  ...linked.orders,
]

/** Orders that have something in common with this one, as a matrix: equal letters are equal values. */
export const LinkedOrders = ({ detail, now }: { detail: OrderDetail; now: number }) => {
  const { kinds, orders: others, more } = detail.linked
  if (others.length === 0) {
    return (
      <Panel id="linked" title="Linked orders">
        <p class="body quiet">
          No other order shares a device, e-mail, phone, card, address, account or IP with this one.
        </p>
      </Panel>
    )
  }
  const orders = withThis(detail)
  const threads = threadsOf(kinds, orders)
  return (
    <Panel id="linked" title="Linked orders" note="Same letter in a column, same value.">
      <div class="table-wrap linked" tabIndex={0} role="region" aria-label="Linked orders, scrolls sideways">
        <table class="table">
          <caption class="vh">
            Orders that share an identifier with this one. The same letter in a column is the same value; A is this
            order’s own.
          </caption>
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col" class="hide-small">
                Placed
              </th>
              <th scope="col">Score</th>
              <Heads kinds={kinds} />
              <th scope="col" class="hide-small">
                Decision
              </th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order, row) => (
              <Row
                key={order.id}
                order={order}
                row={row}
                kinds={kinds}
                threads={threads}
                isThis={row === 0}
                now={now}
              />
            ))}
          </tbody>
        </table>
      </div>
      <footer>
        {plural(others.length + more, 'order shares', 'orders share')} something with this one
        {more > 0 ? `; the ${others.length} that share most are shown` : ''}.
      </footer>
    </Panel>
  )
}
