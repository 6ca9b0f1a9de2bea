import { useState } from 'preact/hooks'
import type { Overview, OverviewHour } from '#contract/console.ts'
import { formatCount, plural } from '../../format/number.ts'
import { formatClock, zoneName } from '../../format/time.ts'
import { Level as LevelWord } from '../../parts/level.tsx'
import { Panel } from '../../parts/panel.tsx'
import { bucketName, levels, runningBucket, sumOf, unitOf, type Unit } from './buckets.ts'
import { useChartColours } from '../../parts/chart/chart-colours.ts'
import { Strip } from './strip.tsx'

const AsTable = ({ overview }: { overview: Overview }) => (
  <details class="as-table">
    <summary>Show as table</summary>
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Orders by risk level as a table">
      <table class="table">
        <caption class="vh">
          Orders by risk level and {unitOf(overview.days)}, {overview.day}
        </caption>
        <thead>
          <tr>
            <th scope="col">{overview.days === 1 ? 'Hour' : 'Day'}</th>
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
              <th scope="row">{bucketName(hour.at, unitOf(overview.days), overview.time_zone)}</th>
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

/** Every day of a week, every fifth of a month. */
const Days = ({ days, zone }: { days: readonly OverviewHour[]; zone: string }) => (
  <p class="hours" aria-hidden="true">
    {days.map(({ at }, index) =>
      days.length <= 7 || index % 5 === 0 ? (
        <span key={at} class={index % 2 === 0 ? '' : 'odd'} style={{ '--at': index / days.length }}>
          {bucketName(at, 'day', zone)}
        </span>
      ) : null,
    )}
  </p>
)

const wordsOf = (overview: Overview, at: string, running: boolean): string => {
  const zone = overview.time_zone
  if (overview.days > 1) return bucketName(at, 'day', zone)
  const to = running ? Date.parse(overview.as_of) : Date.parse(at) + 3_600_000
  return `${bucketName(at, 'hour', zone)} to ${formatClock(to, zone)}`
}

/** The values of one bucket in words, below the chart, never in a box over it. */
const BucketSentence = ({ overview, bucket, running }: { overview: Overview; bucket: number; running: boolean }) => {
  const hour = overview.hours[bucket]
  if (!hour) return <p />
  return (
    <p>
      <b>{wordsOf(overview, hour.at, running)}</b>
      {running ? ', still running' : ''}: {levels.map((level) => `${hour[level]} ${level}`).join(', ')}
    </p>
  )
}

/** Four strips, not a stack: 19 critical orders must be seen beside 62 low ones. */
export const LevelsPanel = ({ overview, isToday }: { overview: Overview; isToday: boolean }) => {
  const colours = useChartColours()
  const [pointed, setPointed] = useState<number | null>(null)
  const { hours, yesterday_hours: yesterday, time_zone: zone } = overview
  const unit: Unit = unitOf(overview.days)
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
      note={`per ${unit}, ${zoneName(zone, Date.parse(overview.as_of))}. Each row has its own height.`}
      aside={
        <>
          <span class="key-line" />
          {overview.days === 1 ? 'the day before' : `the ${overview.days} days before`}
        </>
      }
    >
      <div
        class="strips"
        tabIndex={0}
        role="group"
        aria-label={`Orders by risk level. Arrow keys move by ${unit === 'hour' ? 'an hour' : 'a day'}.`}
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
              unit={unit}
              colours={colours}
              cursor={cursor}
              onCursor={setPointed}
            />
          </>
        ))}
        {unit === 'hour' ? <Hours hours={hours} zone={zone} /> : <Days days={hours} zone={zone} />}
      </div>
      <footer class="with-table">
        <BucketSentence overview={overview} bucket={cursor} running={isToday && cursor === running} />
        <AsTable overview={overview} />
      </footer>
    </Panel>
  )
}
