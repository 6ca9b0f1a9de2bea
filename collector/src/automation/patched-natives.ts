import { isNative, ownOf, type Hint } from './page.ts'

/** What stealth kits and user agent switchers replace first. The drawing functions are left out: privacy extensions patch them. */
export const areNativesPatched: Hint = (page) =>
  ![ownOf(page.Navigator.prototype, 'userAgent'), ownOf(page.Function.prototype, 'toString')].every(isNative)
