import type { OutcomesSummary } from '#contract/console.ts'
import { labelNames } from './label-names.ts'
import type { Label, Labels } from '#contract/labels.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { labelWord } from '../../format/label-words.ts'
import { formatCount, plural } from '../../format/number.ts'
import { formatMinute, zoneName } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { FileButton, UploadPanel } from '../../parts/upload/upload-panel.tsx'
import { useMay, useWho } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { useLabelUpload } from './use-label-upload.ts'

const meansWord: Record<Label['means'], string> = {
  bad: 'bad',
  good: 'good',
  refused: 'refused delivery',
  nothing: 'shown, not learned from',
  withdrawn: 'withdrawn',
}

const Figures = ({ summary }: { summary: OutcomesSummary | undefined }) => {
  const known = summary?.standard
  const cod = summary?.cod
  return (
    <dl class="figures four">
      <div>
        <dt>Known bad</dt>
        <dd class="value">{known ? formatCount(known.bad) : <Bone width="3rem" />}</dd>
        <dd class="delta">orders, fraud</dd>
      </div>
      <div>
        <dt>Known good</dt>
        <dd class="value">{known ? formatCount(known.good) : <Bone width="4rem" />}</dd>
        <dd class="delta">silence counts after {summary?.maturity_days ?? '…'} days</dd>
      </div>
      <div>
        <dt>Every order starts at</dt>
        <dd class="value">
          {known ? known.base : <Bone width="2rem" />} <small>of 100</small>
        </dd>
        <dd class="delta">follows your labels</dd>
      </div>
      <div>
        <dt>Cash on delivery</dt>
        <dd class="value">
          {cod ? formatCount(cod.bad) : <Bone width="2rem" />}{' '}
          <small>of {cod ? formatCount(cod.bad + cod.good) : '…'}</small>
        </dd>
        <dd class="delta">refused; it starts at {cod?.base ?? '…'}</dd>
      </div>
    </dl>
  )
}

const LabelsTable = ({ rows, now }: { rows: readonly Label[] | undefined; now: number }) => {
  const { to, zone } = usePlace()
  const who = useWho()
  return (
    <div
      class="table-wrap"
      tabIndex={0}
      role="region"
      aria-label="Labels, scrolls sideways"
      aria-busy={rows === undefined}
    >
      <table class="table">
        <caption class="vh">Labels, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">Label</th>
            <th scope="col">It means</th>
            <th scope="col">Source</th>
            <th scope="col">Told by</th>
            <th scope="col" class="end">
              Known since
            </th>
            <th scope="col" class="end">
              Told
            </th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined &&
            ['4rem', '5rem', '4.5rem'].map((width) => (
              <tr key={width}>
                <th scope="row">
                  <Bone width={width} />
                </th>
                <td colSpan={6}>
                  <Bone width="14rem" />
                </td>
              </tr>
            ))}
          {rows?.map((label) => (
            <tr key={label.id}>
              <th scope="row">
                <a class="id" href={to(`orders/${label.assessment_id}`)}>
                  {label.order_id}
                </a>
              </th>
              <td>
                {labelWord[label.label]}
                {label.reason_code && <span class="quiet"> {label.reason_code}</span>}
              </td>
              <td class="soft">{meansWord[label.means]}</td>
              <td class="soft">{label.source}</td>
              <td class="soft">{who(label.told_by)}</td>
              <td class="end quiet">{formatMinute(Date.parse(label.known_at), zone, now)}</td>
              <td class="end quiet">{formatMinute(Date.parse(label.received_at), zone, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const NoLabels = ({ isFiltered }: { isFiltered: boolean }) => {
  const { to } = usePlace()
  return (
    <Empty
      title={isFiltered ? 'No such label' : 'No labels yet'}
      acts={
        <a class="button" href={isFiltered ? to('labels') : to('orders')}>
          {isFiltered ? 'Show all labels' : 'Open an order'}
        </a>
      }
    >
      {isFiltered
        ? 'Other labels may be there.'
        : 'Say what orders turned out to be: on the page of each order, with a CSV file of your chargebacks, or from your server with POST /v1/labels. Ten labels already move the score a little; thousands teach it your store.'}
    </Empty>
  )
}

const columnsHint = (
  <p class="quiet">
    <small>
      Columns: order_id or assessment_id, label (fraud, chargeback, refused_delivery, not_fraud, suspected_fraud,
      clear), and where known source, reason_code, occurred_at, known_at.
    </small>
  </p>
)

export const LabelsPage = () => {
  const { api, zone } = usePlace()
  const { query, change } = useQuery()
  const now = useNow(30_000)
  const mayTell = useMay('orders.label')
  const wanted = labelNames.find((name) => name === query.label)
  const path = api(
    `labels?${new URLSearchParams({
      limit: '50',
      ...(wanted ? { label: wanted } : {}),
      ...(query.after ? { after: query.after } : {}),
    }).toString()}`,
  )
  const { data, problem, reload } = useLoad(path, (signal) => get<Labels>(path, signal))
  const outcomes = useLoad(api('outcomes'), (signal) => get<OutcomesSummary>(api('outcomes'), signal))
  const upload = useLabelUpload(() => {
    reload()
    outcomes.reload()
  })
  return (
    <Page title="Labels">
      <div class="page-head">
        <h1>Labels</h1>
        <span class="quiet">
          {outcomes.data && `${plural(outcomes.data.labels_30d, 'label')} in 30 days, `}times in {zoneName(zone, now)}
        </span>
        <div class="tools">
          <label class="vh" for="label-filter">
            Show
          </label>
          <select
            class="select"
            id="label-filter"
            value={wanted ?? ''}
            onChange={({ currentTarget }) => change({ label: currentTarget.value, after: undefined })}
          >
            <option value="">every label</option>
            {labelNames.map((name) => (
              <option key={name} value={name}>
                {labelWord[name]}
              </option>
            ))}
          </select>
          {mayTell && (
            <FileButton
              name="Import CSV"
              busy={upload.state?.phase === 'sending' || upload.state?.phase === 'reading'}
              onFile={upload.upload}
            />
          )}
        </div>
      </div>
      <Figures summary={outcomes.data} />
      <UploadPanel upload={upload} hint={columnsHint} />
      {problem && <Trouble what="The labels" problem={problem} retry={reload} />}
      {!(problem && !data) && (
        <section class="panel" aria-label="Labels">
          {data?.data.length === 0 ? (
            <NoLabels isFiltered={wanted !== undefined} />
          ) : (
            <LabelsTable rows={data?.data} now={now} />
          )}
          {data?.next_cursor && (
            <nav class="pager" aria-label="Pages">
              <span>Newest first</span>
              <div class="moves">
                <button class="button small" type="button" onClick={() => change({ after: data.next_cursor ?? '' })}>
                  Older
                </button>
              </div>
            </nav>
          )}
        </section>
      )}
    </Page>
  )
}
