import type { Response } from 'supertest'
import type { Cases } from './case.ts'
import { closedReview, decidedReview, heldReview } from './label-requests.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

/** Reviews as somebody else left them a moment ago. */
export const reviewCases = (
  world: World,
  honest: () => Promise<Honest>,
  send: (sent: Honest) => Promise<Response>,
): Cases => {
  const after = (left: (world: World, path: string) => Promise<void>) => async (): Promise<Response> => {
    const sent = await honest()
    await left(world, sent.path)
    return send(sent)
  }
  return {
    review_claimed: { told: 'while somebody else holds it', send: after(heldReview) },
    review_decided: { told: 'after somebody decided it', send: after(decidedReview) },
    undo_too_late: { told: 'after the store was told', send: after(closedReview) },
  }
}
