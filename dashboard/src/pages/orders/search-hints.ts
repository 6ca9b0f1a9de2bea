/** Masked hints of what was searched, for the length of the page only: the address holds the keyed reference alone. */
const hints = new Map<string, string>()

export const rememberHint = (ref: string, hint: string): void => {
  hints.set(ref, hint)
}
export const hintOf = (ref: string): string => hints.get(ref) ?? 'as searched'
