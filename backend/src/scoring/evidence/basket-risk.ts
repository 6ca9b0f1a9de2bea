import { choice } from '../evidence.ts'

type Risk = 'gift_card' | 'resale' | 'ordinary'

/** What turns into money at once, and what sells quickly second-hand. English, German, French, Spanish, Italian, Dutch. */
const words: readonly (readonly [Risk, readonly string[]])[] = [
  ['gift_card', ['gift card', 'giftcard', 'gift-card', 'gift_card', 'voucher', 'prepaid', 'gutschein', 'carte cadeau']],
  ['gift_card', ['tarjeta regalo', 'carta regalo', 'cadeaubon', 'top-up', 'topup', 'crypto']],
  ['resale', ['electronic', 'elektronik', 'électronique', 'electrónica', 'elettronica', 'phone', 'handy', 'laptop']],
  ['resale', ['notebook', 'tablet', 'console', 'konsole', 'graphics card', 'gpu', 'camera', 'kamera', 'drone']],
  ['resale', ['watch', 'jewel', 'schmuck', 'bijou', 'gold', 'sneaker', 'perfume', 'parfum']],
]

const sentences: Readonly<Record<string, string>> = {
  gift_card: 'The basket holds gift cards or credit',
  resale: 'The basket holds goods that are easily sold on',
  ordinary: 'The basket holds ordinary goods',
}

/** Categories as the store names them; more than 20 different ones are not looked at. */
export const basketRisk = choice<Risk>({
  name: 'basket.risk',
  code: 'BASKET_RESALE',
  title: 'Goods that are easily sold on',
  family: 'basket',
  scope: 'order',
  direction: 'none',
  basis: 'judgement: likelihood ratios 1.9 and 1.3; honest people buy telephones, too',
  missing: 'no basket or no categories were sent',
  points: { gift_card: -9, resale: -4, ordinary: 0 },
  read: ({ order }) => (order.basket?.categories.length ? riskOf(order.basket.categories.slice(0, 20)) : null),
  say: (risk) => sentences[risk] ?? '',
})

function riskOf(categories: readonly string[]): Risk {
  const text = categories.join('\n').toLowerCase()
  return words.find(([, list]) => list.some((word) => text.includes(word)))?.[0] ?? 'ordinary'
}
