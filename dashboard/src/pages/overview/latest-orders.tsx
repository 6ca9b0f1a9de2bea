import { useState } from 'preact/hooks'
import type { OrderRow } from '#contract/console.ts'
import { formatMoney } from '../../format/money.ts'
import { plural } from '../../format/number.ts'
import { formatSeconds, zoneName } from '../../format/time.ts'
import { Panel } from '../../parts/panel.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'
import { useKeys } from '../../shell/keys.ts'
import { usePlace } from '../../shell/place.ts'

const Line = ({ row }: { row: OrderRow }) => {
  const { to, zone } = usePlace()
  return (
    <li>
      <ScoreChip score={row.trust_score} level={row.risk_level} degraded={row.degraded} />
      <a class="clip" href={to(`orders/${row.id}`)}>
        {row.order_id}
      </a>
      <span class="end">{formatMoney(row.amount, row.currency)}</span>
      <span class="why clip">{row.reason?.text ?? 'Nothing spoke for or against it'}</span>
      <span class="when">
        <time dateTime={row.created_at}>{formatSeconds(Date.parse(row.created_at), zone)}</time>
      </span>
    </li>
  )
}

const shownAtMost = 10

interface Props {
  readonly latest: readonly OrderRow[]
  /** Arrived since, newest first. */
  readonly waiting: readonly OrderRow[]
  readonly onTake: () => void
}

/**
 * Orders as they arrive. They go straight in while nobody reads the list; once pointer or focus is on it, or it is
 * paused, they are held back and counted.
 */
export const LatestOrders = ({ latest, waiting, onTake }: Props) => {
  const { to, zone } = usePlace()
  const [paused, setPaused] = useState(false)
  const [reading, setReading] = useState(false)
  const [heldFrom, setHeldFrom] = useState<readonly OrderRow[] | null>(null)
  const toggle = () => setPaused((old) => !old)
  useKeys({ p: toggle })

  const all = [...waiting, ...latest.filter(({ id }) => waiting.every((other) => other.id !== id))].slice(
    0,
    shownAtMost,
  )
  const holding = paused || reading
  if (holding && heldFrom === null) setHeldFrom(all)
  if (!holding && heldFrom !== null) setHeldFrom(null)
  const shown = holding && heldFrom ? heldFrom : all
  const held = all.filter(({ id }) => shown.every((row) => row.id !== id)).length
  const show = () => {
    setHeldFrom(all)
    onTake()
  }
  return (
    <Panel
      id="stream"
      title="Latest orders"
      note={`as they arrive, ${zoneName(zone, Date.now())}`}
      aside={
        <button class="button plain small" type="button" aria-pressed={paused} onClick={toggle}>
          {paused ? 'Go on' : 'Pause'} <kbd>P</kbd>
        </button>
      }
    >
      {held > 0 && (
        <button class="held" type="button" onClick={show}>
          {plural(held, 'newer order')}, show {held === 1 ? 'it' : 'them'}
        </button>
      )}
      {shown.length === 0 ? (
        <p class="body quiet">No orders yet. The next one appears here by itself.</p>
      ) : (
        <ol
          class="stream"
          onPointerEnter={() => setReading(true)}
          onPointerLeave={() => setReading(false)}
          onFocusCapture={() => setReading(true)}
          onBlurCapture={() => setReading(false)}
        >
          {shown.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </ol>
      )}
      <footer>
        <a href={to('orders')}>All orders</a>
      </footer>
    </Panel>
  )
}
