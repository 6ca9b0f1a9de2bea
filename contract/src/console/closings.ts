import { z } from 'zod'

/** Before what cannot be undone: the password, or a fresh code of the app. */
const proof = {
  password: z.string().max(256).optional(),
  code: z.string().max(40).optional(),
}

/** GET /console/v1/account/deletion: what goes with one's account. */
export const AccountDeletion = z.object({
  organizations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** `close`: nobody else belongs to it; `transfer_first`: its only owner among others cannot go. */
      outcome: z.enum(['leave', 'close', 'transfer_first']),
      /** Stores that are erased with it, where it closes. */
      stores: z.number().int(),
    }),
  ),
  /** A code of the app may be shown instead of the password. */
  totp: z.boolean(),
})
export type AccountDeletion = z.infer<typeof AccountDeletion>

/** POST /console/v1/account/delete */
export const DeleteAccount = z.object(proof)
export type DeleteAccount = z.infer<typeof DeleteAccount>

/** POST /console/v1/organization/close, POST /console/v1/stores/:store/close: its name, typed. */
export const Close = z.object({ name: z.string().max(200), ...proof })
export type Close = z.infer<typeof Close>

export const closingStates = ['closed', 'erasing', 'erased'] as const

export const Closing = z.object({
  id: z.string(),
  /** Empty once it is erased. */
  name: z.string(),
  state: z.enum(closingStates),
  closed_at: z.string(),
  /** Until then an owner can take it back. */
  erase_at: z.string(),
  erased_at: z.string().nullable(),
  /** Documents that are gone so far. */
  removed: z.number().int(),
})
export type Closing = z.infer<typeof Closing>

/** GET /console/v1/closings */
export const Closings = z.object({ organization: Closing.nullable(), stores: z.array(Closing) })
export type Closings = z.infer<typeof Closings>
