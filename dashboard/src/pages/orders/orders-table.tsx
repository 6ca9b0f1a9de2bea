import type { OrderRow } from '#contract/console.ts'
import { Bone } from '../../parts/bone.tsx'
import { OrderLine } from './order-line.tsx'

const boneWidths = ['18rem', '14rem', '21rem', '16rem', '12rem', '19rem', '15rem', '20rem']

const Bones = () =>
  boneWidths.map((width) => (
    <tr key={width}>
      <td class="f-score">
        <Bone width="3.125rem" />
      </td>
      <td class="f-level">
        <Bone width="3rem" />
      </td>
      <th scope="row" class="f-id">
        <Bone width="4rem" />
      </th>
      <td class="f-decision">
        <Bone width="4rem" />
      </td>
      <td class="f-amount end">
        <Bone width="4.5rem" />
      </td>
      <td class="f-pair">
        <Bone width="3rem" />
      </td>
      <td class="f-why grow">
        <Bone width={width} />
      </td>
      <td class="f-who narrow">
        <Bone width="7rem" />
      </td>
      <td class="f-age end">
        <Bone width="2.5rem" />
      </td>
    </tr>
  ))

interface Props {
  /** undefined: still loading. */
  readonly rows: readonly OrderRow[] | undefined
  readonly cursor: number
  readonly newIds: ReadonlySet<string>
  readonly now: number
  readonly zone: string
  readonly hrefOf: (row: OrderRow) => string
}

export const OrdersTable = ({ rows, cursor, newIds, now, zone, hrefOf }: Props) => (
  <div
    class="table-wrap"
    tabIndex={0}
    role="region"
    aria-label="Orders, scrolls sideways"
    aria-busy={rows === undefined}
  >
    <table class="table folds">
      <caption class="vh">Orders found, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Score</th>
          <th scope="col" class="f-level">
            Level
          </th>
          <th scope="col">Order</th>
          <th scope="col">Decision</th>
          <th scope="col" class="end">
            Amount
          </th>
          <th scope="col" class="f-pair">
            <span title="Billing country to shipping country">Route</span>
          </th>
          <th scope="col">Strongest reason</th>
          <th scope="col" class="f-who">
            E-mail
          </th>
          <th scope="col" class="end sorted" aria-sort="ascending">
            Age
          </th>
        </tr>
      </thead>
      <tbody>
        {rows === undefined ? (
          <Bones />
        ) : (
          rows.map((row, index) => (
            <OrderLine
              key={row.id}
              row={row}
              href={hrefOf(row)}
              now={now}
              zone={zone}
              isCursor={index === cursor}
              isNew={newIds.has(row.id)}
            />
          ))
        )}
      </tbody>
    </table>
  </div>
)
