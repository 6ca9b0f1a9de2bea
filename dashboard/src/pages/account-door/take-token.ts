let taken: string | undefined

/** Behind the hash sign, so that no server and no log saw it; taken out of the address, and so out of the history. */
export const takeToken = (): string => {
  const { hash, pathname } = location
  if (hash.length > 1) {
    taken = hash.slice(1)
    history.replaceState(null, '', pathname)
  }
  return taken ?? ''
}
