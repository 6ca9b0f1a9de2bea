import type { z } from 'zod'
import type { AuditEntryView, AuditPage as AuditAnswer } from '#contract/audit.ts'
import { get, request } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { dayEnd, dayStart, formatMoment, zoneName } from '../../format/time.ts'
import { Empty } from '../../parts/empty.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Older } from '../../parts/older.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useMe } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { VerifyPanel } from './verify-panel.tsx'

const detailsText = (details: AuditEntryView['details']): string =>
  Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')
    .slice(0, 160)

const AuditTable = ({ rows, now }: { rows: readonly AuditEntryView[]; now: number }) => {
  const { zone } = usePlace()
  const { colleagues } = useMe()
  const nameOf = ({ type, id }: AuditEntryView['actor']): string =>
    colleagues.find((one) => one.id === id)?.name ?? (id === null ? type : `${type} ${id}`)
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Audit log, scrolls sideways">
      <table class="table">
        <caption class="vh">What was done, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">To what</th>
            <th scope="col">Details</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">{formatMoment(Date.parse(entry.at), zone, now)}</th>
              <td>
                <code>{entry.action}</code>
              </td>
              <td class="soft">{nameOf(entry.actor)}</td>
              <td class="quiet">{entry.object ? `${entry.object.type} ${entry.object.id}` : ''}</td>
              <td class="quiet">{detailsText(entry.details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const ExportButton = () => {
  const { act, busy, wrong } = useAct()
  const save = () => void act(async () => saveFile('audit.jsonl', await (await request('/audit/export')).blob()))
  return (
    <>
      <button class="button" type="button" aria-busy={busy} onClick={save}>
        Export
      </button>
      {wrong && <span role="alert">{wrong}</span>}
    </>
  )
}

const Filter = ({ name, label, hint }: { name: 'action' | 'actor'; label: string; hint: string }) => {
  const { query, change } = useQuery()
  return (
    <>
      <label class="vh" for={`audit-${name}`}>
        {label}
      </label>
      <input
        class="input search"
        id={`audit-${name}`}
        placeholder={hint}
        value={query[name] ?? ''}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.value.trim(), after: undefined })}
      />
    </>
  )
}

const DayFilter = ({ name, label }: { name: 'from' | 'to'; label: string }) => {
  const { query, change } = useQuery()
  return (
    <label class="row quiet">
      {label}
      <input
        class="input"
        type="date"
        value={query[name] ?? ''}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.value, after: undefined })}
      />
    </label>
  )
}

const shows = [
  ['changes', 'Changes'],
  ['reads', 'Reads'],
  ['all', 'All'],
] as const

/** Reads are many: they show when asked for. */
const ShowChoice = () => {
  const { query, change } = useQuery()
  return (
    <>
      <label class="vh" for="audit-show">
        Changes or reads
      </label>
      <select
        class="select"
        id="audit-show"
        value={query.show ?? 'changes'}
        onChange={({ currentTarget }) =>
          change({ show: currentTarget.value === 'changes' ? undefined : currentTarget.value, after: undefined })
        }
      >
        {shows.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </>
  )
}

/** An address may say anything. */
const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** FC15: who did what, for owners and admins; the filters stand in the address. */
export const AuditPage = () => {
  const { zone } = usePlace()
  const { query } = useQuery()
  const now = useNow(30_000)
  const asked = new URLSearchParams({
    limit: '50',
    ...(query.show && { show: query.show }),
    ...(query.action && { action: query.action }),
    ...(query.actor && { actor: query.actor }),
    ...(isDay(query.from) && { from: new Date(dayStart(query.from, zone)).toISOString() }),
    ...(isDay(query.to) && { to: new Date(dayEnd(query.to, zone)).toISOString() }),
    ...(query.after && { after: query.after }),
  }).toString()
  const path = `/audit?${asked}`
  const { data, problem, reload } = useLoad(path, (signal) => get<z.infer<typeof AuditAnswer>>(path, signal))
  return (
    <Page title="Audit log">
      <div class="page-head">
        <h1>Audit log</h1>
        <span class="quiet">of all stores, times in {zoneName(zone, now)}</span>
        <div class="tools">
          <ExportButton />
        </div>
      </div>
      <VerifyPanel />
      <div class="filterbar">
        <ShowChoice />
        <Filter name="action" label="What" hint="What, e.g. key.created" />
        <Filter name="actor" label="Who" hint="Who: person, key, operator or an id" />
        <DayFilter name="from" label="From" />
        <DayFilter name="to" label="To" />
      </div>
      {problem && <Trouble what="The audit log" problem={problem} retry={reload} />}
      {data && (
        <section class="panel" aria-label="Audit log">
          {data.data.length === 0 ? (
            <Empty title="No such entry">Entries show once they have their place in the chain, within seconds.</Empty>
          ) : (
            <AuditTable rows={data.data} now={now} />
          )}
          <Older next={data.next_cursor} />
        </section>
      )}
    </Page>
  )
}
