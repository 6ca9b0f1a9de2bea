/** At most ten, preferred first; the server compares them with the country of the address. */
export function getLanguages(): string[] {
  return [...navigator.languages].slice(0, 10)
}
