import { z } from 'zod'

/** What a store may say of a custom input. What it does not name is found by type: numbers are binned, the rest are categories. */
export const customInputKinds = ['identifier', 'category', 'number', 'amount', 'ignore'] as const
export type CustomInputKind = (typeof customInputKinds)[number]

/** Each costs an order one profile to read and one to write. */
export const mostDeclaredIdentifiers = 5

export const CustomInput = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'a small letter first, then small letters, digits and _'),
  kind: z.enum(customInputKinds),
  /** For people: what the field holds. */
  meaning: z.string().trim().max(200),
})
export type CustomInput = z.infer<typeof CustomInput>
