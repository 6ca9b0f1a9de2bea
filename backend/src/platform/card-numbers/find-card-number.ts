import { holdsCardNumber } from './card-number.ts'

/** Telephone numbers without a plus have 13 digits as often as old Visa cards, which are no longer given out. */
const isTelephone = (key: string, text: string): boolean => /phone/i.test(key) && text.replace(/\D/g, '').length === 13

const isCardText = (key: string, text: string): boolean => holdsCardNumber(text) && !isTelephone(key, text)

const isCardValue = (key: string, value: unknown): boolean => {
  if (typeof value === 'string') return isCardText(key, value)
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) < 1e12) return false
  return isCardText(key, BigInt(Math.trunc(value)).toString())
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

const holdsCardAnywhere = (body: unknown): boolean => {
  const waiting: object[] = [{ body }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const [key, value] of Object.entries(next)) {
      if (isContainer(value)) waiting.push(value)
      else if (isCardValue(key, value)) return true
      if (holdsCardNumber(key)) return true
    }
  }
  return false
}

/** Only once there is one. Names no key that holds the number itself. */
const pointerOf = (body: unknown): string => {
  const waiting: [value: unknown, key: string, pointer: string][] = [[body, '', '']]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, key, pointer] = next
    if (isCardValue(key, value)) return pointer
    if (!isContainer(value)) continue
    for (const [name, child] of Object.entries(value)) {
      if (holdsCardNumber(name)) return pointer
      waiting.push([child, name, `${pointer}/${name.slice(0, 60)}`])
    }
  }
  return ''
}

/** JSON pointer of a value or key that holds a card number; null when there is none. Walks without recursion. */
export const findCardNumber = (body: unknown): string | null => (holdsCardAnywhere(body) ? pointerOf(body) : null)
