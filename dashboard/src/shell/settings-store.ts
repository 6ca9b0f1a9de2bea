/** Small choices of this device. A browser that keeps nothing is no reason to fail. */
export const readSetting = (name: string): string | null => {
  try {
    return localStorage.getItem(`goodfaith.${name}`)
  } catch {
    return null
  }
}

export const writeSetting = (name: string, value: string): void => {
  try {
    localStorage.setItem(`goodfaith.${name}`, value)
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
}
