import type { KeyRequest, KeyRequests } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatMoment, zoneName } from '../../format/time.ts'
import { Empty } from '../../parts/empty.tsx'
import { Older } from '../../parts/older.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { useLocation } from 'preact-iso'

const statuses = ['2xx', '4xx', '5xx'] as const
const statusWord = { '2xx': 'answered', '4xx': 'refused', '5xx': 'failed' } as const

const RequestsTable = ({ rows, now }: { rows: readonly KeyRequest[]; now: number }) => {
  const { zone } = usePlace()
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Requests, scrolls sideways">
      <table class="table">
        <caption class="vh">Requests, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Endpoint</th>
            <th scope="col">Status</th>
            <th scope="col" class="end">
              Latency
            </th>
            <th scope="col">From</th>
            <th scope="col">Request</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.request_id}>
              <th scope="row">{formatMoment(Date.parse(row.at), zone, now)}</th>
              <td>
                <code>{row.endpoint}</code>
              </td>
              <td>
                {row.status} {row.code && <span class="quiet">{row.code}</span>}
              </td>
              <td class="end">{row.latency_ms} ms</td>
              <td class="soft">{row.network}</td>
              <td class="quiet">
                <code>{row.request_id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What was asked with one key; the filters stand in the address. */
export const KeyRequestsPage = () => {
  const { api, to, zone } = usePlace()
  const { query, change } = useQuery()
  const { path: address } = useLocation()
  const now = useNow(30_000)
  const keyId = address.split('/')[4] ?? ''
  const status = statuses.find((one) => one === query.status)
  const asked = new URLSearchParams({
    limit: '50',
    ...(status && { status }),
    ...(query.endpoint && { endpoint: query.endpoint }),
    ...(query.after && { after: query.after }),
  }).toString()
  const path = api(`keys/${keyId}/requests?${asked}`)
  const { data, problem, reload } = useLoad(path, (signal) => get<KeyRequests>(path, signal))
  return (
    <Page title="Requests of a key">
      <div class="page-head">
        <h1>Requests of a key</h1>
        <span class="quiet">30 days, times in {zoneName(zone, now)}</span>
        <div class="tools">
          <a class="button" href={to('keys')}>
            All keys
          </a>
          <label class="vh" for="status-filter">
            Show
          </label>
          <select
            class="select"
            id="status-filter"
            value={status ?? ''}
            onChange={({ currentTarget }) => change({ status: currentTarget.value, after: undefined })}
          >
            <option value="">every answer</option>
            {statuses.map((one) => (
              <option key={one} value={one}>
                {statusWord[one]}
              </option>
            ))}
          </select>
          <label class="vh" for="endpoint-filter">
            Endpoint
          </label>
          <input
            class="input"
            id="endpoint-filter"
            placeholder="POST /v1/assessments"
            value={query.endpoint ?? ''}
            onChange={({ currentTarget }) => change({ endpoint: currentTarget.value.trim(), after: undefined })}
          />
        </div>
      </div>
      {problem && <Trouble what="The requests" problem={problem} retry={reload} />}
      {data && (
        <section class="panel" aria-label="Requests">
          {data.data.length === 0 ? (
            <Empty title="No such request">Requests show a few seconds after they were answered.</Empty>
          ) : (
            <RequestsTable rows={data.data} now={now} />
          )}
          <Older next={data.next_cursor} />
        </section>
      )}
    </Page>
  )
}
