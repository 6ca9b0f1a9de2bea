import type { Hint } from './page.ts'

/** Claims of the user agent, and what navigator.platform then says. Phones asked for the desktop page claim X11 (docs/browsers.md#platform). */
const claims: readonly (readonly [claimed: RegExp, platform: RegExp])[] = [
  [/windows nt/i, /^win/i],
  [/android/i, /linux|android|^arm/i],
  [/iphone|ipod/i, /iphone|ipod/i],
  [/macintosh/i, /^mac|ipad/i],
]

export const isPlatformMismatched: Hint = ({ navigator }) => {
  const claim = claims.find(([claimed]) => claimed.test(navigator.userAgent))
  return claim !== undefined && navigator.platform !== '' && !claim[1].test(navigator.platform)
}
