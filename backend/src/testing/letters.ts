import { mails } from '../features/mail/collections.ts'
import type { TestHouse } from './house.ts'

export interface FoundLetter {
  readonly kind: string
  readonly to: string
  readonly data: Readonly<Record<string, string>>
}

/** What has been written and not sent yet, after the worker looked at what was asked for. */
export const lettersTo = async ({ foundation }: TestHouse, to: string): Promise<readonly FoundLetter[]> => {
  await foundation.accounts.asked.answer()
  const sort = { field: 'due_at', direction: 'asc' } as const
  const { items } = await foundation.documents.operator().find(mails, { state: 'open' }, { sort, limit: 500 })
  return items.flatMap(({ letter }) => (letter?.to === to ? [letter as FoundLetter] : []))
}

/** The token of the newest letter of this kind. */
export const tokenTo = async (house: TestHouse, to: string, kind: string): Promise<string> => {
  const letter = (await lettersTo(house, to)).findLast((one) => one.kind === kind)
  return letter?.data['link']?.split('#')[1] ?? ''
}
