import type { BacktestResult } from '#contract/console.ts'
import { plural } from '../../format/number.ts'
import { daysOf, newlyStopped } from '../../parts/backtest/figures.ts'
import { Dialog } from '../../parts/dialog.tsx'

interface Props {
  /** Of this very rule; null when it was not tested. */
  readonly result: BacktestResult | null
  readonly onLive: () => void
  readonly onShadow: () => void
  readonly onClose: () => void
}

export const SwitchOnDialog = ({ result, onLive, onShadow, onClose }: Props) => {
  const stopped = result && newlyStopped(result)
  return (
    <Dialog id="switch-on" title="Switch this rule on?" onClose={onClose}>
      {(close) => (
        <>
          <p class="soft">
            {result && stopped ? (
              <>
                On past orders it would have stopped{' '}
                <b>{(stopped.orders / daysOf(result)).toFixed(1)} more orders a day</b>,{' '}
                {plural(stopped.good, 'good customer')} among them in all.
              </>
            ) : (
              'It was not tested on past orders as it stands.'
            )}{' '}
            It starts with the next order.
          </p>
          <div class="acts">
            <button
              class="button"
              type="button"
              onClick={() => {
                onShadow()
                close()
              }}
            >
              Keep in shadow
            </button>
            <button
              class="button primary"
              type="button"
              onClick={() => {
                onLive()
                close()
              }}
            >
              Switch on
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
