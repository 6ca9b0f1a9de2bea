import type { BacktestSample } from '#contract/console.ts'
import { DataTable } from '../data-table.tsx'
import { formatMoney } from '../../format/money.ts'
import { formatMinute } from '../../format/time.ts'
import { decidedWord } from '../../format/words.ts'
import { usePlace } from '../../shell/place.ts'
import { DecisionMark } from '../decision.tsx'
import { levelOf } from '../level-of.ts'
import { ScoreChip } from '../score-chip.tsx'

const turnedOut = { bad: 'Fraud', good: 'Good', unknown: 'Not known yet' } as const

export const Samples = ({ samples, now }: { samples: readonly BacktestSample[]; now: number }) => {
  const { to, zone } = usePlace()
  if (samples.length === 0) return null
  return (
    <DataTable
      name="Sample of orders"
      caption={`${samples.length} orders that this concerns`}
      columns={['Order', 'Score', { end: 'Amount' }, 'Turned out', 'At the time', 'With this', { end: 'Placed' }]}
    >
      {samples.map((sample) => (
        <tr key={sample.id}>
          <th scope="row">
            <a class="id" href={to(`orders/${sample.id}`)}>
              {sample.order_id}
            </a>
          </th>
          <td>
            <ScoreChip score={sample.score_after} level={levelOf(sample.score_after)} />
          </td>
          <td class="end">{formatMoney(sample.amount, sample.currency)}</td>
          <td>{turnedOut[sample.outcome]}</td>
          <td class="quiet">{decidedWord[sample.before].toLowerCase()}</td>
          <td>
            {sample.before === sample.after ? (
              'no change'
            ) : (
              <DecisionMark decision={sample.after} word={decidedWord[sample.after]} />
            )}
          </td>
          <td class="end quiet">{formatMinute(Date.parse(sample.created_at), zone, now)}</td>
        </tr>
      ))}
    </DataTable>
  )
}
