import type { ControlShare } from '#contract/console.ts'
import { minorDigits } from '../../format/money.ts'

/** From percent and whole units; null where it cannot be read. */
export const controlOf = (share: string, most: string, currency: string): ControlShare | null => {
  const [percent, amount] = [share, most].map((text) => Number(text.trim().replace(',', '.')))
  if (share.trim() === '' || most.trim() === '' || percent === undefined || amount === undefined) return null
  if (!(percent >= 0 && percent <= 2 && amount >= 0) || !/^[A-Z]{3}$/.test(currency)) return null
  return { share: percent / 100, at_most: { [currency]: Math.round(amount * 10 ** minorDigits(currency)) } }
}
