import { goodOf, type Good } from './goods.ts'

export interface Line {
  readonly good: Good
  readonly quantity: number
}
export type Basket = readonly Line[]

const most = 20

/** `teapot:1,mug:2`, as the cookie has it. Prices are looked up here: a shopper's browser does not set them. */
export const readBasket = (text: string): Basket =>
  text.split(',').flatMap((part) => {
    const [id = '', quantity = ''] = part.split(':')
    const good = goodOf(id)
    const count = Math.min(most, Math.trunc(Number(quantity)))
    return good && count > 0 ? [{ good, quantity: count }] : []
  })

export const writeBasket = (basket: Basket): string =>
  basket.map(({ good, quantity }) => `${good.id}:${quantity}`).join(',')

export const changed = (basket: Basket, id: string, by: number): Basket => {
  const good = goodOf(id)
  if (!good) return basket
  const quantity = (basket.find((line) => line.good === good)?.quantity ?? 0) + by
  const others = basket.filter((line) => line.good !== good)
  return quantity > 0 ? [...others, { good, quantity: Math.min(most, quantity) }] : others
}

export const totalOf = (basket: Basket): number =>
  basket.reduce((sum, { good, quantity }) => sum + good.price * quantity, 0)
export const countOf = (basket: Basket): number => basket.reduce((sum, { quantity }) => sum + quantity, 0)
