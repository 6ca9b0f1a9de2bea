import type { ModelRow } from '#contract/console.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatCount } from '../../format/number.ts'
import { formatMinute } from '../../format/time.ts'
import { Panel } from '../../parts/panel.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { formatMeasure, gateWord, levelName, stateName, versionName } from './model-words.ts'

interface Props {
  readonly rows: readonly ModelRow[]
  readonly chosen: string | undefined
  readonly now: number
}

export const VersionsPanel = ({ rows, chosen, now }: Props) => {
  const { to, zone } = usePlace()
  const { query } = useQuery()
  const hrefOf = (id: string) => to(`model?${new URLSearchParams({ ...query, version: id }).toString()}`)
  return (
    <Panel id="versions" title="Versions" note="newest first">
      <DataTable
        name="Versions"
        caption="Versions of the model, newest first"
        columns={[
          'Version',
          'It',
          'What it is',
          { end: 'Trained on' },
          { end: 'Bad' },
          { end: 'Ranking' },
          'Gate',
          { end: 'Labels until' },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id} {...(row.id === chosen ? { 'aria-selected': 'true' as const } : {})}>
            <th scope="row">
              <a class="id" href={hrefOf(row.id)}>
                {versionName(row)}
              </a>
            </th>
            <td>{stateName[row.state]}</td>
            <td class="soft">{levelName[row.level]}</td>
            <td class="end">{formatCount(row.trained_on.orders)}</td>
            <td class="end">{formatCount(row.trained_on.bad)}</td>
            <td class="end">{formatMeasure(row.measures.auc)}</td>
            <td class="soft">{gateWord[row.gate.outcome]}</td>
            <td class="end quiet">{formatMinute(Date.parse(row.cut), zone, now)}</td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  )
}
