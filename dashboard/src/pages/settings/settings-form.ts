import type { SettingsChange } from '#contract/console.ts'
import { textOf } from '../../format/form-text.ts'

export type Wrongs = Partial<Record<'name' | 'time_zone' | 'order_url' | 'thresholds', string>>

export const readSettingsForm = (data: FormData): SettingsChange => ({
  name: textOf(data, 'name'),
  time_zone: textOf(data, 'time_zone'),
  order_url: textOf(data, 'order_url') || null,
  thresholds: { review: Number(textOf(data, 'review')), decline: Number(textOf(data, 'decline')) },
  necessary_only: data.get('necessary_only') !== null,
})

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0 && score <= 100

/** What can be said before the server is asked. The server checks all of it again. */
export const checkSettings = ({ name, thresholds, order_url: orderUrl }: SettingsChange): Wrongs => {
  const wrong: Wrongs = {}
  if (name === '') wrong.name = 'Give the store a name.'
  if (orderUrl && !orderUrl.includes('{order_id}')) wrong.order_url = 'Put {order_id} where the order’s number goes.'
  if (thresholds && !(isScore(thresholds.review) && isScore(thresholds.decline)))
    wrong.thresholds = 'Both limits are whole numbers from 0 to 100.'
  else if (thresholds && thresholds.decline > thresholds.review) {
    wrong.thresholds = `Decline (${thresholds.decline}) is above review (${thresholds.review}). Lower it, or raise review first.`
  }
  return wrong
}
