import type { ComponentChildren } from 'preact'
import { formatCount, plural } from '../../format/number.ts'
import { formatDayYear, formatDuration } from '../../format/time.ts'
import { usePlace } from '../../shell/place.ts'
import { Empty } from '../empty.tsx'
import { Icon } from '../icon.tsx'
import { Meter } from '../meter.tsx'
import { Panel } from '../panel.tsx'
import { OutcomeView } from './outcome-view.tsx'
import { Samples } from './samples.tsx'
import type { useBacktest } from './use-backtest.ts'

interface Props {
  readonly backtest: ReturnType<typeof useBacktest>
  /** What would be tested now, as text; another one than the result's is told. */
  readonly about: string
  /** Why it cannot be tested now. */
  readonly why?: string | null
  readonly onRun: () => void
  /** Ctrl and Enter in an editor above do the same. */
  readonly byKey?: boolean
  readonly now: number
  readonly teach: ComponentChildren
}

const RunButton = ({ backtest, why, onRun, byKey = false }: Props) => {
  if (backtest.progress)
    return (
      <button class="button small" type="button" onClick={backtest.stop}>
        Stop
      </button>
    )
  return (
    <button
      class="button small"
      type="button"
      {...(why ? { 'aria-disabled': 'true' as const, title: why } : { onClick: onRun })}
    >
      {backtest.result ? 'Test again' : 'Test on past orders'} {byKey && <kbd>Ctrl ↵</kbd>}
    </button>
  )
}

/** A question to the past: nothing changes by asking. */
export const BacktestPanel = (props: Props) => {
  const { backtest, about, now, teach } = props
  const { zone } = usePlace()
  const { result, progress, wrong } = backtest
  const isOld = result !== null && backtest.about !== about
  const says =
    result?.from && result.to
      ? `${formatDayYear(Date.parse(result.from), zone)} to ${formatDayYear(Date.parse(result.to), zone)}, ${plural(result.orders, 'order')} tested in ${formatDuration(result.took_ms)}`
      : result && 'no order to test on'
  return (
    <Panel
      id="back"
      title="On past orders"
      note={says}
      aside={
        <span class="row">
          {isOld && <span class="tag dashed">not this edit</span>}
          <RunButton {...props} />
        </span>
      }
    >
      {progress && (
        <div class="body">
          <Meter
            id="back-progress"
            name="Reading past orders"
            done={progress.total === 0 ? 0 : progress.read / progress.total}
            says={
              progress.total === 0 ? 'counting them' : `${formatCount(progress.read)} of ${formatCount(progress.total)}`
            }
          />
        </div>
      )}
      {wrong && (
        <div class="body">
          <p class="wrong" role="alert">
            <Icon name="alert" />
            <span>{wrong}</span>
          </p>
        </div>
      )}
      <div role="status" class="vh">
        {result && !progress ? 'Past orders were tested.' : ''}
      </div>
      {result && result.orders > 0 && (
        <>
          <OutcomeView result={result} />
          <Samples samples={result.samples} now={now} />
          <footer>
            <span class="quiet">Outcomes arrive late: part of the fraud of the last weeks is not known yet.</span>
          </footer>
        </>
      )}
      {!result && !progress && !wrong && <Empty title="Not tested yet">{teach}</Empty>}
    </Panel>
  )
}
