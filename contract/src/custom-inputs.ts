import { z } from 'zod'
import { customInputKinds } from './custom-input-kinds.ts'

export { customInputKinds, type CustomInputKind } from './custom-input-kinds.ts'

/** Each costs an order one profile to read and one to write. */
export const mostDeclaredIdentifiers = 5

export const CustomInput = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'a small letter first, then small letters, digits and _'),
  kind: z.enum(customInputKinds),
  /** For people: what the field holds. */
  meaning: z.string().trim().max(200),
})
export type CustomInput = z.infer<typeof CustomInput>
