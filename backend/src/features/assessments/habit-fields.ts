import type { OutboxEntry } from '../../platform/outbox/outbox.ts'
import type { OrderFacts } from '../../scoring/context.ts'
import { categoriesOf, type HabitualOrder } from '../../scoring/habits.ts'

type Data = OutboxEntry['data']

/** What habits of a store are folded from; categories as their keyed hashes. Fields that an order lacks are left out. */
export const habitFields = (facts: OrderFacts): Data => {
  const categories = categoriesOf(facts)
  return {
    ...(facts.method !== null && { method: facts.method }),
    ...(facts.basket && { items: facts.basket.items }),
    ...(categories.length > 0 && { categories: categories.join(' ') }),
  }
}

export const habitsIn = (data: Data): Pick<HabitualOrder, 'items' | 'categories' | 'method'> => {
  const { items, categories, method } = data
  return {
    items: typeof items === 'number' ? items : null,
    categories: typeof categories === 'string' ? categories.split(' ') : [],
    method: typeof method === 'string' ? method : null,
  }
}
