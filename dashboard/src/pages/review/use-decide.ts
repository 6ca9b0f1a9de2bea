import { useRef, useState } from 'preact/hooks'
import type { Review, ReviewBulkReply, ReviewChoice } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { reviewsChanged } from '../../shell/waiting-reviews.ts'

const doneWord = { approve: 'approved', decline: 'declined' } as const

interface Decided {
  readonly orderId: string
  readonly word: string
  readonly at: number
}

interface Queue {
  readonly drop: (ids: readonly string[]) => void
  readonly showAll: () => void
}

const messageOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message : 'It did not work. Try again.'

/** Decisions show at once, can be taken back for ten seconds, and come back with the reason when they are refused. */
export const useDecide = ({ drop, showAll }: Queue) => {
  const { api } = usePlace()
  const toast = useToast()
  const [justNow, setJustNow] = useState<readonly Decided[]>([])
  const [wrong, setWrong] = useState<{ readonly id: string; readonly text: string } | null>(null)
  const sending = useRef(new Set<string>())

  const refused = (review: Review, problem: unknown): void => {
    setWrong({ id: review.id, text: `Order ${review.order_id}: ${messageOf(problem)}` })
    showAll()
  }
  const undo = async (reviews: readonly Review[]): Promise<void> => {
    const outcomes = await Promise.allSettled(reviews.map(({ id }) => post<Review>(api(`reviews/${id}/undo`))))
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed) toast(messageOf(failed.reason))
    else setJustNow((old) => old.filter(({ orderId }) => !reviews.some(({ order_id: id }) => id === orderId)))
    showAll()
  }
  const said = (reviews: readonly Review[], word: string): void => {
    const [first] = reviews
    const what = reviews.length === 1 ? `Order ${first?.order_id ?? ''}` : `${reviews.length} orders`
    toast(`${what} ${word}.`, () => void undo(reviews))
    const at = Date.now()
    setJustNow((old) => [...reviews.map(({ order_id: orderId }) => ({ orderId, word, at })), ...old].slice(0, 6))
    reviewsChanged()
  }

  const decide = async (review: Review, choice: ReviewChoice): Promise<void> => {
    if (sending.current.has(review.id)) return
    sending.current.add(review.id)
    setWrong(null)
    drop([review.id])
    try {
      await post<Review>(api(`reviews/${review.id}/decide`), choice)
      said([review], doneWord[choice.decision])
    } catch (problem) {
      refused(review, problem)
    } finally {
      sending.current.delete(review.id)
    }
  }
  const decideAll = async (reviews: readonly Review[], choice: ReviewChoice): Promise<void> => {
    setWrong(null)
    const { data } = await post<ReviewBulkReply>(api('reviews/decide'), {
      ...choice,
      ids: reviews.map(({ id }) => id),
    })
    const done = reviews.filter(({ id }) => data.some((one) => one.id === id && one.status === 'decided'))
    drop(done.map(({ id }) => id))
    if (done.length > 0) said(done, doneWord[choice.decision])
    const [left] = reviews.filter((review) => !done.includes(review))
    if (left) refused(left, new Error('somebody else holds it or has decided it.'))
  }
  return { decide, decideAll, justNow, wrong }
}
