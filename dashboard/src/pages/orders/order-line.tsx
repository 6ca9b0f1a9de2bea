import type { OrderRow } from '#contract/console.ts'
import { formatMoney } from '../../format/money.ts'
import { countryName } from '../../format/place.ts'
import { formatAge, formatMoment } from '../../format/time.ts'
import { decisionWord } from '../../format/words.ts'
import { DecisionMark } from '../../parts/decision.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Level } from '../../parts/level.tsx'
import { Points } from '../../parts/points.tsx'
import { ScoreChip } from '../../parts/score-chip.tsx'

const Route = ({ billing_country: from, shipping_country: to }: OrderRow) => {
  if (!from || !to) return <span class="quiet">{from ?? to ?? ''}</span>
  return (
    <span class="pair" {...(from === to ? {} : { 'data-crosses': '' })}>
      <span aria-hidden="true">{from}</span>
      <Icon name="to" />
      <span aria-hidden="true">{to}</span>
      <span class="vh">
        billed in {countryName(from)}, ships to {countryName(to)}
      </span>
    </span>
  )
}

const byWord: Readonly<Record<string, string>> = { rule: 'by rule', list: 'by list', test: 'test address' }

/** The score decides; anything else that did is named. */
const decidedBy = ({ decision, decided_by: by }: OrderRow): string =>
  [decisionWord[decision], byWord[by]].filter(Boolean).join(', ')

interface Props {
  readonly row: OrderRow
  readonly href: string
  readonly now: number
  readonly zone: string
  readonly isCursor: boolean
  readonly isNew: boolean
}

export const OrderLine = ({ row, href, now, zone, isCursor, isNew }: Props) => {
  const placed = Date.parse(row.created_at)
  return (
    <tr class={[isCursor ? 'cursor' : '', isNew ? 'new' : ''].filter(Boolean).join(' ')}>
      <td class="f-score">
        <ScoreChip score={row.trust_score} level={row.risk_level} degraded={row.degraded} />
      </td>
      <td class="f-level">
        <Level level={row.risk_level} bare />
      </td>
      <th scope="row" class="f-id">
        <a class="id" href={href}>
          {row.order_id}
        </a>
        {row.attempt > 1 && <span class="quiet"> attempt {row.attempt}</span>}
        {row.imported && (
          <>
            {' '}
            <span class="tag" title="From before Goodfaith: nobody acted on this verdict">
              imported
            </span>
          </>
        )}
        {isNew && <span class="vh"> new</span>}
      </th>
      <td class="f-decision">
        <DecisionMark decision={row.decision} word={decidedBy(row)} />
      </td>
      <td class="f-amount end">{formatMoney(row.amount, row.currency)}</td>
      <td class="f-pair">
        <Route {...row} />
      </td>
      <td class="f-why grow" title={row.reason?.text ?? ''}>
        {row.reason && (
          <>
            <Points points={row.reason.points} /> {row.degraded && <span class="tag dashed">fallback score</span>}{' '}
            {row.reason.text}
          </>
        )}
      </td>
      <td class="f-who narrow">
        <span class="quiet">{row.email_hint}</span>
      </td>
      <td class="f-age end quiet">
        <time dateTime={row.created_at} title={formatMoment(placed, zone, now)}>
          {formatAge(placed, now, zone)}
        </time>
      </td>
    </tr>
  )
}
