import { z } from 'zod'

/** GET …/samples: invented orders that the first start put into the test mode of the demo store. */
export const Samples = z.object({
  /** absent: there are none. writing: the first start is still at it. */
  state: z.enum(['absent', 'writing', 'present']),
  orders: z.number().int(),
})
export type Samples = z.infer<typeof Samples>

/** POST …/samples/remove: how many documents went; 0 where there were no samples. */
export const SamplesRemoved = z.object({ removed: z.number().int() })
export type SamplesRemoved = z.infer<typeof SamplesRemoved>
