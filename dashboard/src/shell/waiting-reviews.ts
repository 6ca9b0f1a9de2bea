import { useEffect, useState } from 'preact/hooks'
import type { ReviewSummary } from '#contract/console.ts'
import { get } from '../api/client.ts'
import { usePlace } from './place.ts'

const changed = 'goodfaith:reviews'
const everyMs = 60_000

/** Somebody decided here: the count beside the page's name is asked for again. */
export const reviewsChanged = (): void => {
  dispatchEvent(new Event(changed))
}

/** How many orders wait for a person; unknown while it cannot be told. */
export const useWaitingReviews = (): number | undefined => {
  const { api } = usePlace()
  const path = api('reviews/summary')
  const [waiting, setWaiting] = useState<number>()
  useEffect(() => {
    const controller = new AbortController()
    const ask = () =>
      void get<ReviewSummary>(path, controller.signal).then(
        ({ open }) => setWaiting(open),
        () => setWaiting(undefined),
      )
    ask()
    const timer = setInterval(ask, everyMs)
    addEventListener(changed, ask)
    return () => {
      controller.abort()
      clearInterval(timer)
      removeEventListener(changed, ask)
    }
  }, [path])
  return waiting
}
