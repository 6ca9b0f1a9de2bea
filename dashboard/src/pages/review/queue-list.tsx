import type { Review } from '#contract/console.ts'
import { formatMoney } from '../../format/money.ts'
import { plural } from '../../format/number.ts'
import { formatAge } from '../../format/time.ts'
import type { Who } from '../../format/who.ts'
import { Bone } from '../../parts/bone.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'
import { useWho } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { groupOf } from './queue.ts'

interface Props {
  /** undefined: still loading. */
  readonly rows: readonly Review[] | undefined
  readonly held: number
  readonly current: string | undefined
  readonly me: string
  readonly now: number
  readonly onShowHeld: () => void
  readonly hrefOf: (review: Review) => string
}

/** What is most worth knowing before opening it. */
const note = (review: Review, rows: readonly Review[], me: string, who: Who): string | null => {
  if (review.escalated_at) return 'an admin is asked'
  if (review.claimed_by !== null && review.claimed_by !== me) return `${who(review.claimed_by)} is on it`
  const group = groupOf(rows, review).length
  if (group > 1) return `${group} on one device`
  return review.reason
}

export const QueueList = ({ rows, held, current, me, now, onShowHeld, hrefOf }: Props) => {
  const { zone } = usePlace()
  const who = useWho()
  const at = rows?.findIndex(({ id }) => id === current) ?? -1
  return (
    <div class="hide-small">
      <Panel id="queue" title="Queue" aside={rows && at >= 0 ? `${at + 1} of ${rows.length}` : undefined}>
        {held > 0 && (
          <button class="held" type="button" onClick={onShowHeld}>
            {plural(held, 'newer order')}, show {held === 1 ? 'it' : 'them'}
          </button>
        )}
        <ol class="queue" aria-busy={rows === undefined}>
          {rows === undefined &&
            ['5rem', '6rem', '4rem', '5.5rem', '4.5rem'].map((width) => (
              <li key={width}>
                <Bone width="3.125rem" />
                <Bone width={width} />
                <Bone width="3rem" />
              </li>
            ))}
          {rows?.map((review) => (
            <li key={review.id} {...(review.id === current ? { 'aria-current': 'true' as const } : {})}>
              <ScoreChip score={review.trust_score} level={review.risk_level} />
              <a class="clip" href={hrefOf(review)}>
                {review.order_id}
              </a>
              <span class="end">{formatMoney(review.amount, review.currency)}</span>
              <span class="sub clip">
                {[formatAge(Date.parse(review.opened_at), now, zone), note(review, rows, me, who)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}
