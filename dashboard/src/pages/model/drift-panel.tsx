import type { Models } from '#contract/console.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatMinute } from '../../format/time.ts'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'

const driftWord = { calm: 'calm', moved: 'moved', far: 'far from it', unknown: 'not known yet' } as const

export const DriftPanel = ({ drift, now }: Pick<Models, 'drift'> & { now: number }) => {
  const { zone } = usePlace()
  return (
    <Panel
      id="drift"
      title="Drift"
      note={`the last 14 days against the orders it was trained on: ${driftWord[drift.state]}${drift.at ? `, ${formatMinute(Date.parse(drift.at), zone, now)}` : ''}`}
    >
      {drift.rows.length === 0 ? (
        <div class="body">
          <p class="soft">Nothing to compare yet. It is looked at once a model decides.</p>
        </div>
      ) : (
        <DataTable
          name="Drift"
          caption="Drift per evidence, farthest first"
          columns={['Evidence', { end: 'Stability' }, 'It is']}
        >
          {drift.rows
            .toSorted((a, b) => b.stability - a.stability)
            .slice(0, 12)
            .map(({ evidence, title, stability, state }) => (
              <tr key={evidence}>
                <th scope="row">{title}</th>
                <td class="end">{stability.toFixed(2)}</td>
                <td class="soft">{driftWord[state]}</td>
              </tr>
            ))}
        </DataTable>
      )}
      <footer>
        <span class="quiet">Under 0.1 is calm, from 0.25 far.</span>
      </footer>
    </Panel>
  )
}
