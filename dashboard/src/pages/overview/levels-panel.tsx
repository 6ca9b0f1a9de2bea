import { useState } from 'preact/hooks'
import type { Overview, OverviewHour } from '#contract/console.ts'
import { formatCount, plural } from '../../format/number.ts'
import { formatClock, zoneName } from '../../format/time.ts'
import { Level as LevelWord } from '../../parts/level.tsx'
import { Panel } from '../../parts/panel.tsx'
import { levels, runningBucket, sumOf } from './buckets.ts'
import { useChartColours } from '../../parts/chart/chart-colours.ts'
import { Strip } from './strip.tsx'

const AsTable = ({ overview }: { overview: Overview }) => (
  <details class="as-table">
    <summary>Show as table</summary>
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Orders by risk level as a table">
      <table class="table">
        <caption class="vh">Orders by risk level and hour, {overview.day}</caption>
        <thead>
          <tr>
            <th scope="col">Hour</th>
            {levels.map((level) => (
              <th key={level} scope="col" class="end">
                {level}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.hours.map((hour) => (
            <tr key={hour.at}>
              <th scope="row">{formatClock(Date.parse(hour.at), overview.time_zone)}</th>
              {levels.map((level) => (
                <td key={level} class="end">
                  {formatCount(hour[level])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
)

/** Round hours below the strips, as text, so that they grow with the reader's letters. */
const Hours = ({ hours, zone }: { hours: readonly OverviewHour[]; zone: string }) => (
  <p class="hours" aria-hidden="true">
    {hours.map(({ at }, index) => {
      const clock = formatClock(Date.parse(at), zone)
      const hour = Number(clock.slice(0, 2))
      return hour % 3 === 0 ? (
        <span key={at} class={hour % 6 === 0 ? '' : 'odd'} style={{ '--at': index / hours.length }}>
          {clock}
        </span>
      ) : null
    })}
  </p>
)

/** The values of one bucket in words, below the chart, never in a box over it. */
const BucketSentence = ({ overview, bucket, running }: { overview: Overview; bucket: number; running: boolean }) => {
  const hour = overview.hours[bucket]
  if (!hour) return <p />
  const from = Date.parse(hour.at)
  const to = running ? Date.parse(overview.as_of) : from + 3_600_000
  return (
    <p>
      <b>
        {formatClock(from, overview.time_zone)} to {formatClock(to, overview.time_zone)}
      </b>
      {running ? ', still running' : ''}: {levels.map((level) => `${hour[level]} ${level}`).join(', ')}
    </p>
  )
}

/** Four strips, not a stack: 19 critical orders must be seen beside 62 low ones. */
export const LevelsPanel = ({ overview, isToday }: { overview: Overview; isToday: boolean }) => {
  const colours = useChartColours()
  const [pointed, setPointed] = useState<number | null>(null)
  const { hours, yesterday_hours: yesterday, time_zone: zone } = overview
  const running = runningBucket(hours, Date.parse(overview.as_of))
  const cursor = pointed ?? running
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number | null>> = {
      ArrowLeft: cursor - 1,
      ArrowRight: cursor + 1,
      Home: 0,
      End: hours.length - 1,
      Escape: null,
    }
    if (!Object.hasOwn(moves, event.key)) return
    event.preventDefault()
    const next = moves[event.key] ?? null
    setPointed(next === null ? null : Math.min(hours.length - 1, Math.max(0, next)))
  }
  return (
    <Panel
      id="levels"
      title="Orders by risk level"
      note={`per hour, ${zoneName(zone, Date.parse(overview.as_of))}. Each row has its own height.`}
      aside={
        <>
          <span class="key-line" />
          the day before
        </>
      }
    >
      <div
        class="strips"
        tabIndex={0}
        role="group"
        aria-label="Orders by risk level. Arrow keys move by an hour."
        onKeyDown={onKeyDown}
      >
        {levels.map((level) => (
          <>
            <div class="name" key={`${level} name`}>
              <LevelWord level={level} />
              <span class="sum">
                <b>{formatCount(sumOf(hours, level))}</b> {plural(sumOf(hours, level), 'order').split(' ')[1]}
              </span>
            </div>
            <Strip
              key={level}
              level={level}
              hours={hours}
              yesterday={yesterday}
              zone={zone}
              colours={colours}
              cursor={cursor}
              onCursor={setPointed}
            />
          </>
        ))}
        <Hours hours={hours} zone={zone} />
      </div>
      <footer class="with-table">
        <BucketSentence overview={overview} bucket={cursor} running={isToday && cursor === running} />
        <AsTable overview={overview} />
      </footer>
    </Panel>
  )
}
