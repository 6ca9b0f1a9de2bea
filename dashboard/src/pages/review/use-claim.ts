import { useEffect } from 'preact/hooks'
import type { Review } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { usePlace } from '../../shell/place.ts'

interface Claim {
  readonly review: Review | undefined
  readonly mayDecide: boolean
  readonly onChange: (review: Review) => void
}

/** Who opens an order has it for a while, so that two people do not decide it; leaving it gives it back. */
export const useClaim = ({ review, mayDecide, onChange }: Claim): void => {
  const { api } = usePlace()
  const id = review?.id
  const isFree = review?.claimed_by === null
  useEffect(() => {
    if (!id || !mayDecide || !isFree) return
    let isHere = true
    let isMine = false
    const giveBack = () => void post<Review>(api(`reviews/${id}/release`)).then(onChange, () => undefined)
    post<Review>(api(`reviews/${id}/claim`)).then(
      (claimed) => {
        isMine = true
        if (isHere) onChange(claimed)
        else giveBack()
      },
      // Somebody else was first: the queue will say who.
      () => undefined,
    )
    return () => {
      isHere = false
      if (isMine) giveBack()
    }
    // Not on `isFree`: our own claim would end it.
  }, [id, mayDecide])
}
