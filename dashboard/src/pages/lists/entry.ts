import type { ListItemRequest, ListKind, ListName } from '#contract/lists.ts'

/** An entry as it stands in the form; everything is text until it is sent. */
export interface Entry {
  readonly list: ListName
  readonly kind: ListKind
  readonly value: string
  readonly city: string
  readonly postal: string
  readonly country: string
  readonly reason: string
  /** A day of the store's calendar, as a date field gives it; empty: it stays. */
  readonly until: string
}

export const emptyEntry: Entry = {
  list: 'block',
  kind: 'email',
  value: '',
  city: '',
  postal: '',
  country: '',
  reason: '',
  until: '',
}

const given = <Name extends string>(name: Name, text: string): Partial<Record<Name, string>> =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as Record<Name, string>)

/** To the end of that day, in universal time: a day more or less is no harm to a list. */
export const endOfDay = (until: string): string | null => (until === '' ? null : `${until}T23:59:59Z`)

export const requestOf = (entry: Entry): ListItemRequest => {
  const { list, kind, value, city, postal, country, reason, until } = entry
  const code = given('country', country.toUpperCase())
  const named =
    kind === 'address'
      ? { address: { address: value.trim(), ...given('city', city), ...given('postal', postal), ...code } }
      : { value: value.trim(), ...(kind === 'phone' ? code : {}) }
  return { list, kind, ...named, ...given('reason', reason), expires_at: endOfDay(until) }
}
