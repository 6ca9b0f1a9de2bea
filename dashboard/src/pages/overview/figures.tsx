import type { Overview } from '#contract/console.ts'
import { currencyName, formatMoney } from '../../format/money.ts'
import { formatCount, formatShare, formatSigned } from '../../format/number.ts'

const change = (now: number, before: number): string | null =>
  before === 0 ? null : formatSigned(((now - before) / before) * 100, 1)
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

interface ShareProps {
  readonly name: string
  readonly part: number
  readonly whole: number
  readonly partBefore: number
  readonly wholeBefore: number
}

const ShareFigure = ({ name, part, whole, partBefore, wholeBefore }: ShareProps) => (
  <div>
    <dt>{name}</dt>
    <dd class="value">
      {formatCount(part)} <small>{whole === 0 ? '' : formatShare(share(part, whole))}</small>
    </dd>
    <dd class="delta">
      {wholeBefore === 0 || whole === 0 ? (
        'nothing to compare with'
      ) : (
        <>
          <b>{formatSigned((share(part, whole) - share(partBefore, wholeBefore)) * 100, 1)}</b> points
        </>
      )}
    </dd>
  </div>
)

/** Five figures in one strip, each with its change since the same hour of the day before. Currencies are never added up. */
export const Figures = ({ overview }: { overview: Overview }) => {
  const { today, yesterday, days } = overview
  const nothing = days === 1 ? 'none the day before' : `none in the ${days} days before`
  const label =
    days === 1
      ? 'The day so far, compared with the day before until the same hour'
      : `${days} days, compared with the ${days} days before`
  const [value, ...others] = today.value
  const before = value && yesterday.value.find(({ currency }) => currency === value.currency)
  const orders = change(today.orders, yesterday.orders)
  const worth = value && before ? change(value.amount, before.amount) : null
  const shares = { whole: today.orders, wholeBefore: yesterday.orders }
  return (
    <dl class="figures" aria-label={label}>
      <div>
        <dt>Orders</dt>
        <dd class="value">{formatCount(today.orders)}</dd>
        <dd class="delta">
          {orders ? (
            <>
              <b>{orders} %</b> from {formatCount(yesterday.orders)}
            </>
          ) : (
            nothing
          )}
        </dd>
      </div>
      <div>
        <dt>Value{value ? ` in ${currencyName(value.currency)}` : ''}</dt>
        <dd class="value">{value ? formatMoney(value.amount, value.currency) : '0'}</dd>
        <dd class="delta">
          {others.length > 0 ? (
            others.map(({ currency, amount }) => `and ${formatMoney(amount, currency)}`).join(', ')
          ) : worth && value && before ? (
            <>
              <b>{worth} %</b> from {formatMoney(before.amount, before.currency)}
            </>
          ) : (
            nothing
          )}
        </dd>
      </div>
      <ShareFigure name="Approved" part={today.approved} partBefore={yesterday.approved} {...shares} />
      <ShareFigure name="To review" part={today.review} partBefore={yesterday.review} {...shares} />
      <ShareFigure name="Declined" part={today.declined} partBefore={yesterday.declined} {...shares} />
    </dl>
  )
}
