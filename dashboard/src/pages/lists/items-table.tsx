import type { ListItem } from '#contract/lists.ts'
import { formatCount } from '../../format/number.ts'
import { formatAge, formatDayYear } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useWho } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { kindIcon, kindWord } from '../../parts/kinds.ts'
import { listWord, shortRef } from './words.ts'

interface Props {
  /** undefined: still loading. */
  readonly rows: readonly ListItem[] | undefined
  readonly caption: string
  readonly now: number
  readonly mayKeep: boolean
  readonly onEdit: (item: ListItem) => void
  readonly onRemove: (item: ListItem) => void
}

/** People have names. */
const authorWord: Record<Exclude<ListItem['author']['type'], 'person'>, string> = {
  key: 'your store',
  operator: 'the operator',
  worker: 'Goodfaith',
  anyone: 'somebody',
}

const Row = ({ item, now, mayKeep, onEdit, onRemove }: { item: ListItem } & Omit<Props, 'rows' | 'caption'>) => {
  const { zone, to } = usePlace()
  const who = useWho()
  const name = item.hint ?? `${kindWord[item.kind].toLowerCase()} ${shortRef(item)}`
  const expires = item.expires_at === null ? null : Date.parse(item.expires_at)
  return (
    <tr>
      <th scope="row">
        <a class="ident" href={to(`profiles/${item.kind}/${encodeURIComponent(item.ref)}`)}>
          <Icon name={kindIcon[item.kind]} />
          <span class="vh">{kindWord[item.kind]} </span>
          <span class="hint">{item.hint ?? 'known by its code only'}</span>
          <code>{shortRef(item)}</code>
        </a>
      </th>
      <td>{listWord[item.list]}</td>
      <td class="grow" title={item.reason ?? ''}>
        {item.reason ?? <span class="quiet">no reason given</span>}
      </td>
      <td class="end">{formatCount(item.hits)}</td>
      <td class="quiet">{item.last_hit_at ? formatAge(Date.parse(item.last_hit_at), now, zone) : 'never'}</td>
      <td>{expires === null ? 'stays' : formatDayYear(expires, zone)}</td>
      <td class="quiet">
        {item.author.type === 'person' ? who(item.author.id) : authorWord[item.author.type]},{' '}
        {formatAge(Date.parse(item.created_at), now, zone)}
      </td>
      {mayKeep && (
        <td class="end">
          <button class="button plain small" type="button" aria-label={`Change ${name}`} onClick={() => onEdit(item)}>
            Change
          </button>
          <button class="button plain small" type="button" aria-label={`Remove ${name}`} onClick={() => onRemove(item)}>
            Remove
          </button>
        </td>
      )}
    </tr>
  )
}

export const ItemsTable = (props: Props) => {
  const { rows, caption, mayKeep } = props
  return (
    <div
      class="table-wrap"
      tabIndex={0}
      role="region"
      aria-label={`${caption}, scrolls sideways`}
      aria-busy={rows === undefined}
    >
      <table class="table">
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">List</th>
            <th scope="col">Reason</th>
            <th scope="col" class="end">
              Orders
            </th>
            <th scope="col">Last one</th>
            <th scope="col">Expires</th>
            <th scope="col">Put there by</th>
            {mayKeep && (
              <th scope="col">
                <span class="vh">Acts</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? ['9rem', '7rem', '8rem', '10rem'].map((width) => (
                <tr key={width}>
                  <th scope="row">
                    <Bone width={width} />
                  </th>
                  <td colSpan={mayKeep ? 7 : 6}>
                    <Bone width="12rem" />
                  </td>
                </tr>
              ))
            : rows.map((item) => <Row key={item.id} {...props} item={item} />)}
        </tbody>
      </table>
    </div>
  )
}
