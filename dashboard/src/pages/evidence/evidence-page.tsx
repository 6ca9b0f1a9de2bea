import { useRef, useState } from 'preact/hooks'
import type {
  EvidenceEntry,
  EvidenceList,
  EvidenceStatistic,
  EvidenceStatistics,
  PolicyView,
} from '#contract/console.ts'
import { get, patch } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatShare, plural } from '../../format/number.ts'
import { whoMay } from '../../format/role.ts'
import { formatDayYear } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ScopeTag } from '../../parts/scope-tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useKeys } from '../../shell/keys.ts'
import { useMay } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { arrange, isSort, sortWord, type Sort } from './arrange.ts'
import { EvidenceDetail } from './evidence-detail.tsx'

interface RowProps {
  readonly entry: EvidenceEntry
  readonly statistic: EvidenceStatistic | undefined
  readonly mayChange: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onChange: (change: { readonly on?: boolean; readonly weight?: number }) => void
}

const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : formatShare(value)

const Separation = ({ value }: { value: number | null | undefined }) => {
  if (value === null || value === undefined) return <span class="quiet">too few</span>
  return (
    <>
      <span class="gain-bar" style={{ '--v': Math.max(0, (value - 0.5) * 2) }} aria-hidden="true" /> {value.toFixed(2)}
    </>
  )
}

const WeightField = ({ entry, mayChange, onChange }: Pick<RowProps, 'entry' | 'mayChange' | 'onChange'>) => {
  const [text, setText] = useState(String(entry.weight))
  const weight = Number(text.replace(',', '.'))
  const isRight = text.trim() !== '' && weight >= 0 && weight <= 3
  return (
    <input
      class="input weight-input"
      inputMode="decimal"
      aria-label={`Weight of ${entry.title}, 0 to 3`}
      value={text}
      readOnly={!mayChange}
      {...(isRight ? {} : { 'aria-invalid': 'true' as const })}
      onInput={({ currentTarget }) => setText(currentTarget.value)}
      onChange={() => isRight && weight !== entry.weight && onChange({ weight })}
    />
  )
}

const Row = ({ entry, statistic, mayChange, isOpen, onOpen, onChange }: RowProps) => (
  <>
    <tr class={entry.on ? '' : 'leaving'}>
      <th scope="row">
        <button class="linkish" type="button" aria-expanded={isOpen} onClick={onOpen}>
          {entry.title}
        </button>
      </th>
      <td>
        <ScopeTag scope={entry.scope} />
      </td>
      <td class="quiet">{entry.family}</td>
      <td class="end">{share(statistic?.against)}</td>
      <td class="end">{share(statistic?.for)}</td>
      <td class="end">
        {share(statistic?.against_bad)} <span class="quiet">: {share(statistic?.against_good)}</span>
      </td>
      <td class="end">
        <Separation value={statistic?.separation} />
      </td>
      <td class="end">
        <WeightField key={entry.weight} entry={entry} mayChange={mayChange} onChange={onChange} />
      </td>
      <td>
        <label class="row">
          <input
            class="check"
            type="checkbox"
            checked={entry.on}
            disabled={!mayChange}
            onChange={({ currentTarget }) => onChange({ on: currentTarget.checked })}
          />
          <span class="vh">{entry.title} </span>on
        </label>
      </td>
    </tr>
    {isOpen && (
      <tr>
        <td colSpan={9} class="wraps">
          <EvidenceDetail entry={entry} />
        </td>
      </tr>
    )}
  </>
)

/** Those that matter most stand first; the rest is one click away. */
const shownAtFirst = 40

const columns = ['Evidence', 'Known from', 'Family'] as const
const numbers = ['Against', 'For', 'Among bad : good', 'Separates', 'Weight'] as const

const useEvidence = () => {
  const { api } = usePlace()
  const toast = useToast()
  const { act, wrong } = useAct()
  const list = useLoad(api('evidence'), (signal) => get<EvidenceList>(api('evidence'), signal))
  const statistics = useLoad(api('evidence/statistics'), (signal) =>
    get<EvidenceStatistics>(api('evidence/statistics'), signal),
  )
  const shown = useRef(list.data)
  shown.current = list.data
  const put = (entry: EvidenceEntry) =>
    shown.current && list.replace({ data: shown.current.data.map((one) => (one.name === entry.name ? entry : one)) })
  const change = (
    entry: EvidenceEntry,
    wanted: { readonly on?: boolean; readonly weight?: number },
    back = false,
  ): void =>
    void act(async () => {
      // Shown at once; what is refused goes back to what it was.
      put({ ...entry, ...wanted })
      try {
        await patch<PolicyView>(api('policy'), { evidence: { [entry.name]: wanted } })
      } catch (problem) {
        put(entry)
        throw problem
      }
      const before = { on: entry.on, weight: entry.weight }
      toast(
        back ? 'Taken back.' : `${entry.title}: saved. It holds from the next order on.`,
        back ? undefined : () => change({ ...entry, ...wanted }, before, true),
      )
    })
  return { list, statistics, change, wrong }
}

const Says = ({ statistics }: { statistics: EvidenceStatistics | undefined }) => {
  const { zone } = usePlace()
  if (!statistics) return null
  const since = statistics.from ? ` since ${formatDayYear(Date.parse(statistics.from), zone)}` : ''
  return (
    <span class="quiet">
      {plural(statistics.orders, 'order')} looked at{since}, {statistics.bad} known bad, {statistics.good} known good
    </span>
  )
}

const EvidenceFilter = ({ sort }: { sort: Sort }) => {
  const { query, change: changeAddress } = useQuery()
  useKeys({ '/': () => document.getElementById('evidence-search')?.focus() })
  return (
    <div class="filterbar">
      <div class="search">
        <label class="vh" for="evidence-search">
          Find an evidence
        </label>
        <Icon name="search" />
        <input
          class="input"
          id="evidence-search"
          type="search"
          placeholder="Title or family"
          value={query.q ?? ''}
          onInput={({ currentTarget }) => changeAddress({ q: currentTarget.value }, true)}
        />
        <kbd>/</kbd>
      </div>
      <label class="vh" for="evidence-sort">
        Order by
      </label>
      <select
        class="select"
        id="evidence-sort"
        value={sort}
        onChange={({ currentTarget }) => changeAddress({ sort: currentTarget.value })}
      >
        {Object.entries(sortWord).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

const EvidenceTable = ({
  rows,
  byName,
  onChange,
}: {
  rows: readonly EvidenceEntry[] | undefined
  byName: ReadonlyMap<string, EvidenceStatistic>
  onChange: (entry: EvidenceEntry, wanted: { readonly on?: boolean; readonly weight?: number }) => void
}) => {
  const mayChange = useMay('policy.change')
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div
      class="table-wrap"
      tabIndex={0}
      role="region"
      aria-label="Evidence, scrolls sideways"
      aria-busy={rows === undefined}
    >
      <table class="table">
        <caption class="vh">Every evidence, how often it fires and how it separates</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {numbers.map((name) => (
              <th key={name} scope="col" class="end">
                {name}
              </th>
            ))}
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? ['14rem', '11rem', '16rem', '12rem', '13rem'].map((width) => (
                <tr key={width}>
                  <th scope="row" colSpan={9}>
                    <Bone width={width} />
                  </th>
                </tr>
              ))
            : rows.map((entry) => (
                <Row
                  key={entry.name}
                  entry={entry}
                  statistic={byName.get(entry.name)}
                  mayChange={mayChange}
                  isOpen={open === entry.name}
                  onOpen={() => setOpen(open === entry.name ? null : entry.name)}
                  onChange={(wanted) => onChange(entry, wanted)}
                />
              ))}
          {rows?.length === 0 && (
            <tr>
              <td colSpan={9}>No evidence has this title or family.</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

export const EvidencePage = () => {
  const { query, change: changeAddress } = useQuery()
  const mayChange = useMay('policy.change')
  const { list, statistics, change, wrong } = useEvidence()
  const sort: Sort = isSort(query.sort) ? query.sort : 'separates'
  const byName = new Map(statistics.data?.data.map((one) => [one.name, one]))
  const found = list.data && arrange(list.data.data, byName, sort, query.q ?? '')
  const rows = query.all ? found : found?.slice(0, shownAtFirst)
  const more = (found?.length ?? 0) - (rows?.length ?? 0)
  return (
    <Page title="Evidence">
      <div class="page-head">
        <h1>Evidence</h1>
        <Says statistics={statistics.data} />
      </div>
      <EvidenceFilter sort={sort} />
      {wrong && (
        <p class="banner" data-tone="critical" role="alert">
          <Icon name="alert" />
          <span>{wrong} Nothing was changed.</span>
        </p>
      )}
      {list.problem && <Trouble what="The evidence" problem={list.problem} retry={list.reload} />}
      {statistics.problem && (
        <Trouble what="How often each fires" problem={statistics.problem} retry={statistics.reload} />
      )}
      {!(list.problem && !list.data) && (
        <section class="panel" aria-label="All evidence">
          <EvidenceTable rows={rows} byName={byName} onChange={change} />
          {more > 0 && (
            <nav class="pager" aria-label="Rest">
              <span>{plural(more, 'more evidence', 'more')} below</span>
              <div class="moves">
                <button class="button small" type="button" onClick={() => changeAddress({ all: 'yes' })}>
                  Show all {found?.length}
                </button>
              </div>
            </nav>
          )}
          <footer>
            <span class="quiet">
              Against and for: share of orders that it cost or gave points. Separates: chance that a bad order has the
              worse points, 0.5 is none.{!mayChange && ` Only ${whoMay('policy.change')} switch or weigh.`}
            </span>
          </footer>
        </section>
      )}
    </Page>
  )
}
