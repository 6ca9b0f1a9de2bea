import type { RefObject } from 'preact'
import type { Reason } from '#contract/assessment.ts'
import type { OrderDetail, Review } from '#contract/console.ts'
import { formatMoney } from '../../format/money.ts'
import { formatPoints, plural } from '../../format/number.ts'
import { placeName } from '../../format/place.ts'
import { formatAge, formatClock, formatMoment, zoneName } from '../../format/time.ts'
import { methodWord } from '../../format/words.ts'
import type { Who } from '../../format/who.ts'
import { Level } from '../../parts/level.tsx'
import { Points } from '../../parts/points.tsx'
import { ScopeTag } from '../../parts/scope-tag.tsx'
import { ScoreScale } from '../../parts/score-scale.tsx'
import { useWho } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { sumSentence, whyLines, type WhyLine } from './why.ts'

const Smaller = ({ line: { points, reasons } }: { line: WhyLine }) => (
  <>
    {points < 0
      ? plural(reasons.length, 'smaller reason')
      : plural(reasons.length, 'reason to trust it', 'reasons to trust it')}
    :{' '}
    <span class="soft">
      {reasons.map(({ text, points: own }: Reason) => `${text} ${formatPoints(own)}`).join('; ')}
    </span>
  </>
)

const Why = ({ lines }: { lines: readonly WhyLine[] }) => (
  <ul class="why">
    {lines.map((line) => {
      const [first] = line.reasons
      const isOne = line.reasons.length === 1 && first
      return (
        <li key={first?.code}>
          <Points points={line.points} />
          <span>{isOne ? first.text : <Smaller line={line} />}</span>
          {isOne ? <ScopeTag scope={first.scope} /> : <span />}
        </li>
      )
    })}
    {lines.length === 0 && <li>Nothing spoke for or against it.</li>}
  </ul>
)

const accountText = (days: number | null): string => {
  if (days === null) return 'no account'
  return days < 60 ? `account of ${plural(Math.floor(days), 'day')}` : `account of ${Math.floor(days / 30.4)} months`
}

const Quick = ({ facts }: Pick<OrderDetail, 'facts'>) => {
  const method = facts.payment_method && (methodWord[facts.payment_method] ?? facts.payment_method).toLowerCase()
  return (
    <dl class="quick">
      <div>
        <dt>Amount</dt>
        <dd>{[formatMoney(facts.amount, facts.currency), method].filter(Boolean).join(', ')}</dd>
      </div>
      <div>
        <dt>Route</dt>
        <dd>
          {facts.billing ? placeName(facts.billing) : 'not given'} to{' '}
          {facts.shipping ? placeName(facts.shipping) : 'not given'}
        </dd>
      </div>
      <div>
        <dt>Customer</dt>
        <dd>{accountText(facts.account_age_days)}</dd>
      </div>
      <div>
        <dt>Basket</dt>
        <dd>
          {facts.basket
            ? [plural(facts.basket.items, 'item'), ...facts.basket.categories.slice(0, 2)].join(', ')
            : 'not given'}
        </dd>
      </div>
    </dl>
  )
}

interface Props {
  readonly review: Review
  readonly detail: OrderDetail
  readonly now: number
  readonly me: string
  readonly heading: RefObject<HTMLHeadingElement | null>
}

const holder = (
  { claimed_by: by, claimed_until: until }: Review,
  { me, who, zone }: { me: string; who: Who; zone: string },
): string | null => {
  if (by === null || until === null) return null
  return `${by === me ? 'yours' : `${who(by)} is on it`} until ${formatClock(Date.parse(until), zone)}`
}

/** Enough of one order to decide it, without leaving the queue. */
export const ReviewCase = ({ review, detail, now, me, heading }: Props) => {
  const { to, zone } = usePlace()
  const who = useWho()
  const { assessment, thresholds } = detail
  const placed = Date.parse(assessment.created_at)
  const lines = whyLines(assessment.reasons)
  const href = to(`orders/${assessment.id}`)
  return (
    <article class="panel" aria-labelledby="now">
      <header>
        <h2 id="now" tabIndex={-1} ref={heading}>
          Order <a href={href}>{assessment.order_id}</a>
        </h2>
        <p>
          placed{' '}
          <time dateTime={assessment.created_at}>
            {formatMoment(placed, zone, now)} {zoneName(zone, placed)}
          </time>
          , waiting {formatAge(Date.parse(review.opened_at), now, zone)}
        </p>
        <span class="aside">{holder(review, { me, who, zone })}</span>
      </header>
      <div class="verdict">
        <div class="top">
          <p class="big" data-level={assessment.risk_level}>
            {assessment.trust_score}
            <small>of 100</small>
          </p>
          <p class="row">
            <Level level={assessment.risk_level} />
          </p>
        </div>
        <ScoreScale score={assessment.trust_score} base={assessment.base} thresholds={thresholds} />
      </div>
      <Quick facts={detail.facts} />
      <div class="body">
        <Why lines={lines} />
      </div>
      {review.notes.length > 0 && (
        <ul class="notes" aria-label="Notes">
          {review.notes.map(({ at, by, text }) => (
            <li key={at}>
              <b>{who(by)}</b>, {formatMoment(Date.parse(at), zone, now)}: {text}
            </li>
          ))}
        </ul>
      )}
      <footer class="row spread">
        <span>{sumSentence(assessment, lines)}</span>
        <a href={href}>All evidence and linked orders</a>
      </footer>
    </article>
  )
}
