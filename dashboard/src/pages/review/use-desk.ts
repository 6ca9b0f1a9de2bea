import { useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OrderDetail, Review, ReviewChoice } from '#contract/console.ts'
import { get, post } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { whoMay } from '../../format/role.ts'
import { formatClock } from '../../format/time.ts'
import { useKeys } from '../../shell/keys.ts'
import { useMay, useMe, useWho } from '../../shell/me.ts'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import type { LabelChoice } from './decision-panel.tsx'
import { groupOf, nextOf } from './queue.ts'
import { useClaim } from './use-claim.ts'
import { useDecide } from './use-decide.ts'
import type { useQueue } from './use-queue.ts'

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Why this person cannot decide this order now; null when they can. */
const useWhyNot = (review: Review | undefined, me: string): string | null => {
  const { zone } = usePlace()
  const who = useWho()
  const mayDecide = useMay('reviews.decide')
  const mayChange = useMay('reviews.oversee')
  if (!mayDecide) return `Only ${whoMay('reviews.decide')} decide orders.`
  if (!review) return 'No order is open.'
  const { claimed_by: by, claimed_until: until, escalated_at: asked } = review
  if (asked !== null && !mayChange) return `An admin was asked: ${whoMay('reviews.oversee')} decide it now.`
  if (by !== null && by !== me)
    return `${sentence(who(by))} is on it${until ? ` until ${formatClock(Date.parse(until), zone)}` : ''}.`
  return null
}

/** One order on the desk: which one it is, what is known of it, and everything that can be done with it. */
export const useDesk = (queue: ReturnType<typeof useQueue>) => {
  const { api, to } = usePlace()
  const { query, change: changeAddress } = useQuery()
  const { route } = useLocation()
  const toast = useToast()
  const { id: me } = useMe().person
  const rows = queue.rows ?? []
  const current = rows.find(({ id }) => id === query.order) ?? nextOf(rows, undefined, me)
  const [label, setLabel] = useState<LabelChoice>('')
  const [note, setNote] = useState('')
  const [isGroupOpen, setGroupOpen] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const focusNext = useRef(false)
  const { decide, decideAll, justNow, wrong } = useDecide(queue)
  const why = useWhyNot(current, me)
  const detail = useLoad(current ? api(current.assessment_id) : 'nothing', async (signal) =>
    current ? get<OrderDetail>(api(`orders/${current.assessment_id}`), signal) : undefined,
  )
  useClaim({ review: current, mayDecide: useMay('reviews.decide'), onChange: queue.change })

  const open = (review: Review | undefined, replace = false) => changeAddress({ order: review?.id }, replace)
  const goOn = () => {
    setLabel('')
    setNote('')
    focusNext.current = true
    open(nextOf(rows, current?.id, me), true)
  }
  useEffect(() => {
    if (!focusNext.current || detail.data?.assessment.id !== current?.assessment_id) return
    focusNext.current = false
    heading.current?.focus()
  }, [detail.data, current?.id])

  const words = { ...(label ? { label } : {}), ...(note.trim() ? { note: note.trim() } : {}) }
  const choose = (decision: ReviewChoice['decision']) => {
    if (!current || why) return
    goOn()
    void decide(current, { decision, ...words })
  }
  const say = async (path: string, body: object, done: string): Promise<void> => {
    try {
      queue.change(await post<Review>(api(`reviews/${current?.id ?? ''}/${path}`), body))
      setNote('')
      toast(done)
    } catch (problem) {
      toast(problem instanceof Error ? problem.message : 'It did not work. Try again.')
    }
  }
  const escalate = () => {
    if (!current || why) return
    void say('escalate', note.trim() ? { note: note.trim() } : {}, `An admin is asked about order ${current.order_id}.`)
    goOn()
  }
  const group = current ? groupOf(rows, current) : []
  const move = (by: number) => open(rows[rows.findIndex(({ id }) => id === current?.id) + by] ?? current)
  useKeys({
    a: () => choose('approve'),
    d: () => choose('decline'),
    e: escalate,
    s: goOn,
    j: () => move(1),
    k: () => move(-1),
    l: () => document.getElementById('label')?.focus(),
    n: () => document.getElementById('note')?.focus(),
    g: group.length > 1 && !why ? () => setGroupOpen(true) : undefined,
    Enter: current && (() => route(to(`orders/${current.assessment_id}`))),
  })
  return {
    ...{ rows, current, me, detail, heading, group, why, label, note, justNow, wrong, isGroupOpen },
    ...{ setLabel, setNote, setGroupOpen, choose, escalate, goOn, move },
    saveNote: () => void say('notes', { text: note.trim() }, 'The note is saved.'),
    decideGroup: (reviews: readonly Review[], decision: ReviewChoice['decision']) => {
      focusNext.current = true
      void decideAll(reviews, { decision, ...words })
    },
  }
}
