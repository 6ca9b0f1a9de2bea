/** What hints look at. Given, not global, so that each hint is tested on pages no real browser would show. */
export type Page = Window & typeof globalThis
export type Hint = (page: Page) => boolean

/** The engine as its own features tell it, whatever the user agent claims. */
export const engineOf = (page: Page): 'chromium' | 'gecko' | 'webkit' | 'other' => {
  const has = (name: string) => name in page
  if (has('InternalError') && has('mozInnerScreenX')) return 'gecko'
  if (page.navigator.vendor.startsWith('Apple')) return 'webkit'
  return has('SharedWorker') && page.navigator.vendor.startsWith('Google') ? 'chromium' : 'other'
}

export const isDesktop = ({ navigator }: Page): boolean =>
  !/mobile|android|; wv\)/i.test(navigator.userAgent) && navigator.maxTouchPoints === 0

/** The method or getter that an object itself has under a name, not called. */
export const ownOf = (owner: unknown, name: string): unknown => {
  const found: Record<string, unknown> = { ...Object.getOwnPropertyDescriptor(owner, name) }
  return found.get ?? found.value
}

/** A function of the browser itself, not one that a page, an extension or a tool put in its place. */
export const isNative = (candidate: unknown): boolean =>
  typeof candidate === 'function' && Function.prototype.toString.call(candidate).includes('[native code]')
