import type { OrderDetail } from '#contract/console.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { formatMoney } from '../../format/money.ts'
import { formatMoment } from '../../format/time.ts'
import { DecisionMark } from '../../parts/decision.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'
import { usePlace } from '../../shell/place.ts'

/** The same order, asked about with other content: a refused card, a changed address. */
export const Attempts = ({ detail, now }: { detail: OrderDetail; now: number }) => {
  const { to, zone } = usePlace()
  if (detail.attempts.length < 2) return null
  return (
    <Panel id="attempts" title="Attempts" note="The same order, with other content each time.">
      <DataTable
        name="Attempts"
        caption="Attempts at this order, newest first"
        columns={['Attempt', 'Score', 'Decision', { end: 'Amount' }, { end: 'Placed' }]}
      >
        {detail.attempts.map((row) => (
          <tr key={row.id} {...(row.id === detail.assessment.id ? { 'aria-selected': 'true' as const } : {})}>
            <th scope="row">
              <a class="id" href={to(`orders/${row.id}`)}>
                {row.attempt}
                {row.id === detail.assessment.id ? ', this one' : ''}
              </a>
            </th>
            <td>
              <ScoreChip score={row.trust_score} level={row.risk_level} degraded={row.degraded} />
            </td>
            <td>
              <DecisionMark decision={row.decision} />
            </td>
            <td class="end">{formatMoney(row.amount, row.currency)}</td>
            <td class="end quiet">{formatMoment(Date.parse(row.created_at), zone, now)}</td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  )
}
