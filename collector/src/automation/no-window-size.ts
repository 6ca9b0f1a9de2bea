import type { Hint } from './page.ts'

/** A window that is shown has a frame around it. Prerendered pages have none yet, so a hidden page is not asked. */
export const isWindowSizeMissing: Hint = ({ document, outerWidth, outerHeight }) =>
  document.visibilityState === 'visible' && outerWidth === 0 && outerHeight === 0
