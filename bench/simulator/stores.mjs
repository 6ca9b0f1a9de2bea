const category = (name, weight, median, spread, resale = 0) => ({ name, weight, median, spread, resale })

/** How three shops differ: what they sell, to whom, how it is paid, and when. `resale`: how much thieves like it. */
export const stores = {
  fashion: {
    currency: 'EUR',
    countries: { DE: 66, AT: 14, FR: 13, GB: 7 },
    categories: [
      category('shirts', 34, 2999, 0.35),
      category('shoes', 24, 7999, 0.4, 2),
      category('bags', 10, 12999, 0.5, 3),
      category('watches', 4, 24999, 0.6, 6),
      category('gift_cards', 6, 5000, 0.3, 3),
      category('socks', 22, 999, 0.3),
    ],
    methods: { card: 52, paypal: 20, invoice: 12, wallet: 8, cod: 8 },
    lines: 2.1,
    returning: 0.55,
  },
  electronics: {
    currency: 'EUR',
    countries: { DE: 48, FR: 28, AT: 10, GB: 14 },
    categories: [
      category('cables', 32, 1299, 0.5),
      category('phones', 12, 59900, 0.45, 7),
      category('laptops', 6, 99900, 0.4, 5),
      category('headphones', 22, 8900, 0.6, 3),
      category('gift_cards', 6, 5000, 0.4, 4),
      category('lamps', 22, 3490, 0.5),
    ],
    methods: { card: 60, paypal: 18, invoice: 6, wallet: 10, cod: 6 },
    lines: 1.5,
    returning: 0.4,
  },
  groceries: {
    currency: 'GBP',
    countries: { GB: 92, FR: 4, DE: 4 },
    categories: [
      category('food', 60, 450, 0.5),
      category('wine', 14, 1899, 0.5, 2),
      category('household', 20, 699, 0.4),
      category('gift_cards', 6, 2500, 0.3, 4),
    ],
    methods: { card: 72, paypal: 10, wallet: 16, cod: 2 },
    lines: 5,
    returning: 0.75,
  },
}

const dayMs = 86_400_000

/** Share of an ordinary day's orders: weekends, the weeks before Christmas, a week of discounts, a quiet summer. */
export const seasonOf = (at) => {
  const date = new Date(at)
  const yearDay = Math.floor((at - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs)
  const weekday = [1.15, 1.05, 0.95, 0.93, 0.95, 0.95, 1.02][date.getUTCDay()] ?? 1
  const discounts = yearDay >= 327 && yearDay <= 333 ? 2.2 : 1
  const advent = yearDay >= 334 && yearDay <= 355 ? 1.5 : 1
  const summer = yearDay >= 190 && yearDay <= 230 ? 0.85 : 1
  return weekday * discounts * advent * summer
}

/** Orders per hour of the day, in the shopper's evening more. */
export const hours = [2, 1, 0.6, 0.5, 0.5, 0.8, 2, 4, 5, 6, 6.5, 6.5, 6.5, 6, 6, 6, 6, 6.5, 7, 8, 8.5, 8, 6, 4]
/** Those who steal work at night as well. */
export const nightHours = [5, 5, 5, 5, 4, 4, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5]
