import type { ProfileDetail } from '#contract/console.ts'
import type { ListItem, ListName } from '#contract/lists.ts'
import { post } from '../../api/client.ts'
import { useAct } from '../../parts/use-act.ts'
import { useMay } from '../../shell/me.ts'
import { ownName } from '../../parts/kinds.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'

const lists: readonly (readonly [list: ListName, name: string])[] = [
  ['watch', 'Watch'],
  ['allow', 'Allow'],
  ['block', 'Block'],
]

/** Put on a list by way of one of its orders: the value itself is not known here. Lists hold our kinds alone. */
export const ListButtons = ({ detail: { kind, orders } }: { detail: ProfileDetail }) => {
  const { api } = usePlace()
  const mayKeep = useMay('lists.change')
  const toast = useToast()
  const { act, busy, wrong } = useAct()
  const [newest] = orders
  if (!newest || !mayKeep || ownName(kind) !== null) return null
  const add = (list: ListName) =>
    void act(async () => {
      const item = await post<ListItem>(api('lists'), { list, kind, assessment_id: newest.id })
      toast(
        `It stands on the ${list} list.`,
        () => void post(api(`lists/${item.id}/remove`)).then(() => toast('Taken off again.')),
      )
    })
  return (
    <>
      {wrong && <span role="alert">{wrong}</span>}
      {lists.map(([list, name]) => (
        <button key={list} class="button" type="button" aria-busy={busy} onClick={() => add(list)}>
          {name}
        </button>
      ))}
    </>
  )
}
