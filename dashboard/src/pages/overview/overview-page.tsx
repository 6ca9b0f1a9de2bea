import { useEffect } from 'preact/hooks'
import type { Overview } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatAge, formatClock, formatLongDay, isoDay, zoneName } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { useNewOrders } from '../orders/use-new-orders.ts'
import { Figures } from './figures.tsx'
import { LatestOrders } from './latest-orders.tsx'
import { LevelsPanel } from './levels-panel.tsx'
import { ReasonsPanel } from './reasons-panel.tsx'

const dayMs = 86_400_000
/** Orders are counted within seconds of their verdict; until then, counts are asked for again soon, but not for each order. */
const countedWithinMs = 6000
const settleMs = 2000
const idleMs = 30_000

const isSettled = (newest: string | null, asOf: string | null): boolean =>
  newest === null || (asOf !== null && Date.parse(asOf) - Date.parse(newest) > countedWithinMs)

const periods = ['7', '30'] as const
const isPeriod = (text: string | undefined): text is (typeof periods)[number] => periods.some((days) => days === text)

const useDay = () => {
  const { zone } = usePlace()
  const { query, change } = useQuery()
  const today = isoDay(Date.now(), zone)
  const yesterday = isoDay(Date.now() - dayMs, zone)
  const isToday = query.day === undefined || query.day === today
  const days = isPeriod(query.days) ? query.days : '1'
  return { day: isToday ? today : (query.day ?? today), days, today, yesterday, isToday, change }
}

/** The address says `days=7` for a period up to today, `day=2026-11-21` for one day, and nothing for today. */
const DayPick = () => {
  const { day, days, today, yesterday, change } = useDay()
  const pick = (value: string) => {
    const isDays = isPeriod(value)
    change({ days: isDays ? value : undefined, day: isDays || value === today ? undefined : value })
  }
  return (
    <>
      <label class="vh" for="day">
        Day
      </label>
      <select
        class="select"
        id="day"
        value={days === '1' ? day : days}
        onChange={({ currentTarget }) => pick(currentTarget.value)}
      >
        <option value={today}>Today</option>
        <option value={yesterday}>Yesterday</option>
        <option value="7">Last 7 days</option>
        <option value="30">Last 30 days</option>
        {day !== today && day !== yesterday && <option value={day}>{day}</option>}
      </select>
    </>
  )
}

const Freshness = ({ open, lastOrderAt }: { open: boolean; lastOrderAt: string | null }) => {
  const { zone } = usePlace()
  const now = useNow(1000)
  const last = lastOrderAt ? `last order ${formatAge(Date.parse(lastOrderAt), now, zone)} ago` : 'no order yet'
  return (
    <span class="freshness" {...(open ? {} : { 'data-state': 'late' })}>
      {open ? `Up to date, ${last}` : `Updates paused, ${last}`}
    </span>
  )
}

const Waiting = () => (
  <div class="figures" aria-busy="true">
    {['Orders', 'Value', 'Approved', 'To review', 'Declined'].map((name) => (
      <div key={name}>
        <span class="quiet">{name}</span>
        <p>
          <Bone width="5rem" />
        </p>
      </div>
    ))}
  </div>
)

const NothingYet = () => {
  const { to, mode } = usePlace()
  return (
    <section class="panel">
      <Empty
        title={mode === 'test' ? 'No test orders yet' : 'No orders yet'}
        acts={
          <a class="button primary" href={to('install')}>
            Install Goodfaith
          </a>
        }
      >
        Hours, levels and what lowered trust are shown here from the first order on. It takes one script tag and one
        call.
      </Empty>
    </section>
  )
}

export const OverviewPage = () => {
  const { api, zone } = usePlace()
  const { day, days, isToday } = useDay()
  const { data, problem, slow, reload } = useLoad(api(`overview ${day} ${days}`), (signal) =>
    get<Overview>(api(`overview?day=${day}&days=${days}`), signal),
  )
  const { waiting, open, take } = useNewOrders(api('stream'))
  const newest = waiting[0]?.created_at ?? data?.last_order_at ?? null
  const asOf = data?.as_of ?? null
  useEffect(() => {
    if (!isToday) return
    const timer = setTimeout(reload, isSettled(newest, asOf) ? idleMs : settleMs)
    return () => clearTimeout(timer)
  }, [newest, asOf, problem, isToday])

  const isUnused = data?.last_order_at === null && waiting.length === 0
  const noon = Date.parse(`${day}T12:00:00Z`)
  const heading = days !== '1' ? `${isToday ? 'Last ' : ''}${days} days` : isToday ? 'Today' : 'One day'
  return (
    <Page title={days === '1' && !isToday ? day : heading}>
      <div class="page-head">
        <h1>{heading}</h1>
        <span class="quiet">
          {days !== '1' && 'up to '}
          <time dateTime={day}>{formatLongDay(noon, 'UTC')}</time>
          {data &&
            isToday &&
            `, ${days === '1' ? '00:00 to ' : ''}${formatClock(Date.parse(data.as_of), zone)} ${zoneName(zone, noon)}`}
        </span>
        <div class="tools">
          <Freshness open={open} lastOrderAt={waiting[0]?.created_at ?? data?.last_order_at ?? null} />
          <DayPick />
        </div>
      </div>
      {problem && <Trouble what="The overview" problem={problem} retry={reload} />}
      {!data && slow && <Waiting />}
      {data && <Figures overview={data} />}
      {data && isUnused && <NothingYet />}
      {data && !isUnused && (
        <div class="cols overview">
          <div class="stack">
            <LevelsPanel overview={data} isToday={isToday} />
            <ReasonsPanel reasons={data.reasons} />
          </div>
          <div class="stack">
            <LatestOrders latest={data.latest} waiting={isToday ? waiting : []} onTake={take} />
          </div>
        </div>
      )}
    </Page>
  )
}
