import { isNative, ownOf, type Hint } from './page.ts'

/** What stealth kits replace first. Privacy extensions replace the drawing ones too, so it is a weak hint (docs/browsers.md#canvas). */
export const areNativesPatched: Hint = (page) =>
  ![
    ownOf(page.Navigator.prototype, 'userAgent'),
    ownOf(page.HTMLCanvasElement.prototype, 'toDataURL'),
    ownOf(page.Intl.DateTimeFormat.prototype, 'resolvedOptions'),
    ownOf(page.Function.prototype, 'toString'),
  ].every(isNative)
