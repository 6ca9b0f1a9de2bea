/** Looks whether it is there and writes nothing. Reading the property throws where cookies are blocked (docs/browsers.md#storage). */
export function isStorageThere(): boolean {
  try {
    return typeof localStorage === 'object'
  } catch {
    return false
  }
}
