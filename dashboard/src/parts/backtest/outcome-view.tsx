import type { BacktestResult } from '#contract/console.ts'
import { formatCount, formatShare, plural } from '../../format/number.ts'
import { daysOf, moneyText, newlyFree, newlyStopped, perGood, type Turned } from './figures.ts'

const Figures = ({ result }: { result: BacktestResult }) => {
  const { difference, outcomes, after } = result
  const ratio = perGood(difference.caught.orders, difference.good_stopped.orders)
  return (
    <dl class="outcome">
      <div>
        <dt>Fraud caught</dt>
        <dd class="value">
          {formatCount(difference.caught.orders)} <small>of {formatCount(outcomes.bad)}</small>
        </dd>
        <dd>
          {moneyText(difference.caught.amount) || 'no money'} kept that was let through
          {difference.missed.orders > 0 &&
            `; ${formatCount(difference.missed.orders)} missed that was stopped, ${moneyText(difference.missed.amount)}`}
        </dd>
      </div>
      <div>
        <dt>Good customers stopped</dt>
        <dd class="value">
          {formatCount(difference.good_stopped.orders)} <small>of {formatCount(outcomes.good)}</small>
        </dd>
        <dd>
          {outcomes.good > 0 && `${formatShare(difference.good_stopped.orders / outcomes.good)} of known good orders`}
          {difference.good_freed.orders > 0 && `; ${formatCount(difference.good_freed.orders)} freed that were stopped`}
        </dd>
      </div>
      <div>
        <dt>For each good customer stopped</dt>
        <dd class="value">
          {ratio ?? 'none'} <small>{ratio ? 'frauds caught' : 'is stopped'}</small>
        </dd>
        <dd>
          in all {perGood(after.fraud_stopped.orders, after.good_stopped.orders) ?? 'no good one stopped'}
          {after.good_stopped.orders > 0 && ', with everything else that decides'}
        </dd>
      </div>
    </dl>
  )
}

const Split = ({ turned, word, days }: { turned: Turned; word: string; days: number }) => {
  const { orders, bad, good, unknown } = turned
  if (orders === 0) return null
  return (
    <>
      <div
        class="split"
        role="img"
        aria-label={`${plural(orders, 'order')} ${word}: ${bad} fraud, ${good} good, ${unknown} without an outcome`}
      >
        <i class="caught" style={{ '--n': bad }} />
        <i class="stopped" style={{ '--n': good }} />
        <i class="unknown" style={{ '--n': unknown }} />
      </div>
      <p class="split-key">
        <b>
          {plural(orders, 'order')} {word}
        </b>
        <span>
          <span class="swatch caught" />
          {formatCount(bad)} fraud
        </span>
        <span>
          <span class="swatch stopped" />
          {formatCount(good)} good
        </span>
        <span>
          <span class="swatch unknown" />
          {formatCount(unknown)} without an outcome yet
        </span>
        <span class="quiet">{(orders / days).toFixed(1)} a day</span>
      </p>
    </>
  )
}

/** What would have become of past orders: in three figures, and in what the changed ones turned out to be. */
export const OutcomeView = ({ result }: { result: BacktestResult }) => {
  const days = daysOf(result)
  const [stopped, freed] = [newlyStopped(result), newlyFree(result)]
  return (
    <>
      <Figures result={result} />
      {result.matched && (
        <p class="split-key">
          <b>{plural(result.matched.orders, 'order matches', 'orders match')}</b>
          <span>{moneyText(result.matched.amount)}</span>
          {result.failed > 0 && (
            <span>{plural(result.failed, 'order')} could not be computed and would go to review</span>
          )}
          {stopped.orders + freed.orders === 0 && <span>no order would newly be stopped or let through</span>}
        </p>
      )}
      <Split turned={stopped} word="newly stopped" days={days} />
      <Split turned={freed} word="newly let through" days={days} />
    </>
  )
}
