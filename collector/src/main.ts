import { createGoodfaith, type Goodfaith } from './goodfaith.ts'
import { readSettings } from './settings.ts'

declare global {
  interface Window {
    Goodfaith?: Goodfaith
  }
}

/** A page that holds the tag twice gets one session; a page that holds it wrongly gets none, and no error. */
try {
  const script = document.currentScript
  if (!window.Goodfaith && script instanceof HTMLScriptElement) window.Goodfaith = createGoodfaith(readSettings(script))
} catch {
  // Nothing of ours may ever stop a checkout.
}
