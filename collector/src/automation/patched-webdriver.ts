import { isNative, ownOf, type Hint } from './page.ts'

/** `webdriver` belongs to Navigator.prototype and its getter to the browser. One found elsewhere was put there to deny. */
export const isWebdriverPatched: Hint = ({ navigator }) => {
  if (ownOf(navigator, 'webdriver') !== undefined) return true
  const getter = ownOf(Object.getPrototypeOf(navigator), 'webdriver')
  return getter !== undefined && !isNative(getter)
}
