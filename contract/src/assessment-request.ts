import { z } from 'zod'

const text = (longest: number) => z.string().min(1).max(longest)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const country = z.string().regex(/^[A-Za-z]{2}$/)

export const eventTypes = ['purchase', 'payment_attempt', 'account_creation', 'login'] as const
export const paymentMethods = [
  'card',
  'cod',
  'bank_transfer',
  'paypal',
  'wallet',
  'invoice',
  'gift_card',
  'other',
] as const

export const Party = z
  .object({
    name: text(200),
    name_sha256: sha256,
    phone: text(40),
    phone_sha256: sha256,
    address: text(300),
    address_2: text(300),
    address_sha256: sha256,
    city: text(120),
    region: text(120),
    postal: text(20),
    country,
  })
  .partial()

export const Shipping = Party.extend({ method: text(60).optional() })

export const CartItem = z
  .object({
    item_id: text(120),
    category: text(120),
    quantity: z.number().int().min(0).max(1_000_000),
    price: z.number().int().min(0).max(1e14),
  })
  .partial()

export const customInput = z.union([z.string().max(300), z.number(), z.boolean()])

/**
 * Only `order.id`, `order.amount` and `order.currency` are required. A bad optional field is dropped and named in
 * `warnings`; it never sinks the order.
 */
export const AssessmentRequest = z.object({
  session_id: text(80).describe('What the checkout page got from POST /v1/sessions.').optional(),
  event: z
    .object({ type: z.enum(eventTypes), time: z.iso.datetime({ offset: true }) })
    .partial()
    .optional(),
  order: z.object({
    id: text(120).describe('Names the order, not the call.'),
    amount: z.number().int().min(0).max(1e14).describe('Minor units: 12999 is 129.99 EUR.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe('ISO 4217.'),
  }),
  account: z
    .object({ id: text(200), id_sha256: sha256, created_at: z.iso.datetime({ offset: true }) })
    .partial()
    .optional(),
  email: z
    .object({ address: text(320), address_sha256: sha256 })
    .partial()
    .optional(),
  billing: Party.optional(),
  shipping: Shipping.optional(),
  payment: z
    .object({
      method: z.enum(paymentMethods),
      token: text(200),
      token_sha256: sha256,
      bin: z.string().regex(/^\d{6,8}$/),
      avs: text(2),
      cvc: text(2),
      three_d_secure: z.enum([
        'authenticated',
        'attempted',
        'failed',
        'unavailable',
        'not_enrolled',
        'frictionless',
        'challenged',
      ]),
      authorized: z.boolean(),
      decline_code: text(60).nullable(),
    })
    .partial()
    .optional(),
  shopping_cart: z.array(CartItem).max(250).optional(),
  device: z
    .object({ ip: text(60), user_agent: text(1000), id: text(200) })
    .partial()
    .optional(),
  custom_inputs: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/), customInput).optional(),
})
export type AssessmentRequest = z.infer<typeof AssessmentRequest>
