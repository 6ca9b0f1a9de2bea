/** Asked in this order: Android says Linux too, and an iPad says MacIntel but has fingers (docs/browsers.md#platform). */
const families: readonly (readonly [family: string, pattern: RegExp])[] = [
  ['android', /android/i],
  ['ios', /iphone|ipad|ipod/i],
  ['windows', /^win/i],
  ['macos', /^mac/i],
  ['chromeos', /cros|chrome ?os/i],
  ['linux', /linux|x11|bsd/i],
]

/** The system as the browser's own interface states it, never as the user agent does: the server compares the two. */
export function getPlatformFamily(): string {
  const { maxTouchPoints, platform, userAgent } = navigator
  if (/^mac/i.test(platform) && maxTouchPoints > 1) return 'ios'
  // navigator.platform of Android is "Linux armv8l"; only the user agent tells it from a desktop Linux.
  const stated = /^linux/i.test(platform) && /android/i.test(userAgent) ? 'android' : platform
  return families.find(([, pattern]) => pattern.test(stated))?.[0] ?? 'other'
}
