import { useState } from 'preact/hooks'
import type { Review, ReviewChoice } from '#contract/console.ts'
import { formatMoney } from '../../format/money.ts'
import { plural } from '../../format/number.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'
import { amountsOf } from './queue.ts'

const total = (reviews: readonly Review[]): string =>
  amountsOf(reviews)
    .map(([currency, amount]) => formatMoney(amount, currency))
    .join(' and ')

interface BannerProps {
  readonly group: readonly Review[]
  readonly current: Review
  readonly onOpen: () => void
}

export const GroupBanner = ({ group, current, onOpen }: BannerProps) => {
  const others = group.filter(({ id }) => id !== current.id)
  if (others.length === 0) return null
  return (
    <section class="banner" aria-labelledby="same">
      <Icon name="device" />
      <div>
        <h2 id="same">
          {plural(others.length, 'more waiting order comes', 'more waiting orders come')} from this device
        </h2>
        <p>
          {others
            .slice(0, 5)
            .map(({ order_id: id }) => id)
            .join(', ')}
          {others.length > 5 && ` and ${others.length - 5} more`}: {total(others)} together.
        </p>
      </div>
      <div class="acts">
        <button class="button small" type="button" onClick={onOpen}>
          Decide all {group.length} <kbd>G</kbd>
        </button>
      </div>
    </section>
  )
}

interface DialogProps {
  readonly group: readonly Review[]
  readonly onDecide: (reviews: readonly Review[], decision: ReviewChoice['decision']) => void
  readonly onClose: () => void
}

/** One decision for all orders of a device; single ones can be left out. */
export const GroupDialog = ({ group, onDecide, onClose }: DialogProps) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = group.filter(({ id }) => !left.has(id))
  const turn = (id: string) =>
    setLeft((old) => new Set(old.has(id) ? [...old].filter((other) => other !== id) : [...old, id]))
  return (
    <Dialog id="group-title" title={`Decide ${plural(chosen.length, 'order')} of this device?`} onClose={onClose}>
      {(close) => {
        const decide = (decision: ReviewChoice['decision']) => {
          if (chosen.length === 0) return
          onDecide(chosen, decision)
          close()
        }
        return (
          <>
            <ul class="pick-list">
              {group.map(({ id, order_id: order, amount, currency, trust_score: score, risk_level: level }) => (
                <li key={id}>
                  <label>
                    <input class="check" type="checkbox" checked={!left.has(id)} onChange={() => turn(id)} />
                    <ScoreChip score={score} level={level} />
                    <span class="clip">{order}</span>
                    <span class="end">{formatMoney(amount, currency)}</span>
                  </label>
                </li>
              ))}
            </ul>
            <p class="soft">{total(chosen)} together. All of it can be undone for 10 seconds.</p>
            <div class="acts">
              <button class="button" type="button" onClick={close}>
                One by one
              </button>
              <button class="button" type="button" onClick={() => decide('approve')}>
                <Icon name="check" />
                Approve {chosen.length}
              </button>
              <button class="button" type="button" onClick={() => decide('decline')}>
                <Icon name="cross" />
                Decline {chosen.length}
              </button>
            </div>
          </>
        )
      }}
    </Dialog>
  )
}
