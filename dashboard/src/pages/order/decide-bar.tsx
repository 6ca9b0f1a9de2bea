import type { OrderHistory, Review, ReviewChoice } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { whoMay } from '../../format/role.ts'
import { formatClock } from '../../format/time.ts'
import { ChoiceButton } from '../../parts/choice-button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useKeys } from '../../shell/keys.ts'
import { useMay, useMe, useWho } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { reviewsChanged } from '../../shell/waiting-reviews.ts'

interface Props {
  readonly review: Review
  readonly onChange: (review: Review) => void
}

const useWhyNot = ({ claimed_by: by, escalated_at: asked }: Review): string | null => {
  const me = useMe().person.id
  const who = useWho()
  const mayDecide = useMay('reviews.decide')
  const mayChange = useMay('reviews.oversee')
  if (!mayDecide) return `Only ${whoMay('reviews.decide')} decide orders.`
  if (asked !== null && !mayChange) return `An admin was asked: ${whoMay('reviews.oversee')} decide it now.`
  if (by !== null && by !== me) return `Not yours now: ${who(by)} is on it.`
  return null
}

const Waits = ({ review, onChange }: Props) => {
  const { api, to } = usePlace()
  const toast = useToast()
  const { act, wrong } = useAct()
  const why = useWhyNot(review)
  const undo = () =>
    void post<Review>(api(`reviews/${review.id}/undo`)).then(
      (back) => {
        onChange(back)
        reviewsChanged()
      },
      (problem: unknown) => toast(problem instanceof Error ? problem.message : 'It did not work.'),
    )
  const choose = (decision: ReviewChoice['decision']) => {
    if (why !== null) return
    void act(async () => {
      onChange(await post<Review>(api(`reviews/${review.id}/decide`), { decision }))
      toast(`Order ${review.order_id} ${decision === 'approve' ? 'approved' : 'declined'}.`, undo)
      reviewsChanged()
    })
  }
  useKeys({ a: () => choose('approve'), d: () => choose('decline') })
  return (
    <section class="banner" aria-label="Decide this order">
      <Icon name="eye" />
      <div>
        <h2>This order waits for a person</h2>
        <p>
          {wrong ?? why ?? 'You can undo for 10 seconds; then the store is told.'}{' '}
          <a href={to(`review?order=${review.id}`)}>In the queue</a>
        </p>
      </div>
      <div class="acts">
        <ChoiceButton icon="check" name="Approve" letter="A" why={why} onClick={() => choose('approve')} />
        <ChoiceButton icon="cross" name="Decline" letter="D" why={why} onClick={() => choose('decline')} />
      </div>
      <span class="vh" id="why-not">
        {why}
      </span>
    </section>
  )
}

/** Approve and Decline while it waits, then who decided; nothing for an order that never waited. */
export const DecideBar = ({ review, onChange }: { review: OrderHistory['review']; onChange: Props['onChange'] }) => {
  const { zone } = usePlace()
  const who = useWho()
  if (!review || review.state === 'superseded') return null
  if (review.state === 'open') return <Waits review={review} onChange={onChange} />
  const at = review.decided_at && formatClock(Date.parse(review.decided_at), zone)
  return (
    <p class="banner">
      <Icon name={review.decision === 'decline' ? 'cross' : 'check'} />
      <span>
        <strong>{review.decision === 'decline' ? 'Decline' : 'Approve'}</strong>, {who(review.decided_by)}
        {at && ` at ${at}`}
        {review.state === 'pending' && '. The store is told in a moment.'}
      </span>
    </p>
  )
}
