import { engineOf, isDesktop, type Hint } from './page.ts'

/** Chrome and Edge with a window have it; headless Chromium before 112 had not (docs/browsers.md#chrome-object). */
export const isChromeObjectMissing: Hint = (page) =>
  engineOf(page) === 'chromium' &&
  isDesktop(page) &&
  /\bchrome\//i.test(page.navigator.userAgent) &&
  !('chrome' in page)
