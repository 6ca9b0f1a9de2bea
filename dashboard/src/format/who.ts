interface Person {
  readonly id: string
  readonly name: string
}

/** Says an id as a person reads it. Who left the organisation is a colleague still. */
export const createWho =
  (me: string, colleagues: readonly Person[]) =>
  (id: string | null): string => {
    if (id === null) return 'nobody'
    if (id === me) return 'you'
    if (id.startsWith('usr_')) return colleagues.find((person) => person.id === id)?.name ?? 'a colleague'
    return id.startsWith('key_') ? 'your store' : id
  }
export type Who = ReturnType<typeof createWho>
