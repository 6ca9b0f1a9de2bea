import { engineOf, type Hint } from './page.ts'

/** The user agent claims one engine, the features show another. All browsers on iOS are WebKit (docs/browsers.md#engine). */
export const isEngineMismatched: Hint = (page) => {
  const { userAgent } = page.navigator
  const engine = engineOf(page)
  if (engine === 'other') return false
  const isApple = /iphone|ipad|ipod/i.test(userAgent)
  if (/firefox\//i.test(userAgent) && !isApple) return engine !== 'gecko'
  if (/chrom(e|ium)\//i.test(userAgent) && !isApple) return engine !== 'chromium'
  return false
}
