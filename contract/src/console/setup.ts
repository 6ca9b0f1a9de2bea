import { z } from 'zod'
import { CustomInput } from '../custom-inputs.ts'
import { KeyRow } from './keys.ts'

export const Arrival = z.object({
  at: z.string(),
  kind: z.enum(['session', 'assessment']),
  id: z.string(),
  /** One sentence: from which origin, for which order. */
  text: z.string(),
})
export type Arrival = z.infer<typeof Arrival>

/** GET …/install */
export const Install = z.object({
  publishable_key: z.string(),
  public_url: z.string(),
  script: z.object({ path: z.string(), hashed_path: z.string(), integrity: z.string() }),
  keys: z.array(KeyRow),
  allowed_origins: z.array(z.string()),
  /** Newest first, at most 20, so that one sees it work. */
  arrivals: z.array(Arrival),
})
export type Install = z.infer<typeof Install>

/** GET and PATCH …/settings. Settings are shared by test and live. */
export const Settings = z.object({
  name: z.string(),
  time_zone: z.string(),
  order_url: z.string().nullable(),
  allowed_origins: z.array(z.string()),
  thresholds: z.object({ review: z.number().int(), decline: z.number().int() }),
  /** Browsers send the strictly necessary components only. */
  necessary_only: z.boolean(),
  /** After so many days of silence an order that went through counts as good. */
  maturity_days: z.number().int().min(1).max(365),
  /** What the store says of its custom inputs. */
  custom_inputs: z.array(CustomInput).max(50),
  base: z.number().int(),
  policy_revision: z.string(),
})
export type Settings = z.infer<typeof Settings>
export const SettingsChange = Settings.pick({
  name: true,
  time_zone: true,
  order_url: true,
  allowed_origins: true,
  thresholds: true,
  necessary_only: true,
  maturity_days: true,
  custom_inputs: true,
})
  .extend({
    name: z.string().trim().min(1).max(120),
    order_url: z.string().max(2000).nullable(),
    allowed_origins: z.array(z.string().max(260)).max(100),
  })
  .partial()
export type SettingsChange = z.infer<typeof SettingsChange>
