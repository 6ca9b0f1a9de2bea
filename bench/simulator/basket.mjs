const charming = (price) => Math.max(99, Math.round(price / 100) * 100 - (price > 2000 ? 1 : 0))

/** What is bought: by taste, or by what sells again quickly. `atMost` is what those keep to who know a threshold. */
export const fillBasket = (chance, store, { resale = 0, atMost = Infinity, lines = store.lines, only } = {}) => {
  const appeal = Object.fromEntries(
    store.categories
      .filter(({ name }) => only === undefined || name === only)
      .map(({ name, weight, resale: worth }) => [name, weight * (1 + resale * worth)]),
  )
  const cart = Array.from({ length: Math.max(1, chance.poisson(lines)) }, () => {
    const name = chance.weighted(appeal)
    const { median, spread } = store.categories.find((one) => one.name === name)
    const price = charming(chance.lognormal(median, spread))
    return { item_id: `${name}_${chance.below(40)}`, category: name, quantity: chance.is(0.12) ? 2 : 1, price }
  })
  const total = (items) => items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  while (cart.length > 1 && total(cart) > atMost) cart.pop()
  const [first] = cart
  if (total(cart) > atMost) Object.assign(first, { price: charming(atMost * chance.between(0.6, 1)), quantity: 1 })
  return { cart, amount: total(cart) }
}
