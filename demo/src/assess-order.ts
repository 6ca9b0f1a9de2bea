import { GoodfaithError, type Assessment, type AssessmentRequest, type Goodfaith } from '#sdk'
import { totalOf, type Basket } from './basket.ts'
import { currency } from './goods.ts'
import type { OrderForm } from './order-form.ts'
import { pay } from './payment.ts'
import { agentOf, type World } from './world.ts'

export interface Visitor {
  readonly ip: string
  readonly agent: string
}

export interface PlacedOrder {
  readonly id: string
  readonly basket: Basket
  readonly form: OrderForm
  /** null: Goodfaith did not answer, and the shop lets the order through. */
  readonly assessment: Assessment | null
  readonly failure: string | null
}

/** What any store's backend would send: what was typed, what the payment provider said, what the shop itself saw. */
export const requestOf = (
  id: string,
  form: OrderForm,
  basket: Basket,
  visitor: Visitor,
  world: World | null,
): AssessmentRequest => {
  const { email, billing, shipping } = form
  const payment = pay(form.card, billing.name)
  const account = world?.account
  return {
    session_id: form.session || undefined,
    event: { type: 'purchase', time: new Date().toISOString() },
    order: { id, amount: totalOf(basket), currency },
    ...(account && { account: { id: account.id, created_at: account.since } }),
    email: { address: email },
    billing,
    shipping: { ...shipping, method: form.delivery },
    ...(payment && { payment: { method: 'card', authorized: true, ...payment } }),
    shopping_cart: basket.map(({ good, quantity }) => ({
      item_id: good.id,
      category: good.category,
      quantity,
      price: good.price,
    })),
    device: { ip: world?.ip ?? visitor.ip, user_agent: agentOf(world, visitor.agent) },
  }
}

/** A shop decides beforehand what happens when the score cannot be had. This one sells pots: it lets the order through. */
export const assessOrder = async (
  goodfaith: Goodfaith,
  request: AssessmentRequest,
): Promise<Pick<PlacedOrder, 'assessment' | 'failure'>> => {
  try {
    return { assessment: await goodfaith.assess(request), failure: null }
  } catch (error) {
    if (!(error instanceof GoodfaithError)) throw error
    return { assessment: null, failure: error.code }
  }
}
