import { engineOf, isDesktop, type Hint } from './page.ts'

/** Chromium 94+ on a desktop lists five PDF viewers, or says itself that it shows no PDF (docs/browsers.md#plugins). */
export const arePluginsMissing: Hint = (page) =>
  engineOf(page) === 'chromium' && isDesktop(page) && page.navigator.pdfViewerEnabled && !(0 in page.navigator.plugins)
