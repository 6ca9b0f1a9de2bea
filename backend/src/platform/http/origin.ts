const label = /^[a-z0-9-]{1,63}$/
const ipv6 = /^\[[0-9a-f:.]+\]$/

const isLabel = (text: string): boolean => label.test(text) && !text.startsWith('-') && !text.endsWith('-')

/** Labels of letters, digits and hyphens, or an IPv6 address. */
const namesOneHost = (host: string): boolean => ipv6.test(host) || host.split('.').every(isLabel)

/**
 * The address a browser sends as Origin, or undefined. `https://*.shop.example` is a valid URL to the URL parser and would
 * only ever match itself: whoever wrote it meant something that is not there, so it is refused when saved and when compared.
 */
export const originOf = (text: string): string | undefined => {
  const url = text.length < 260 && URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || !namesOneHost(url.hostname)) return undefined
  const hasMore =
    url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== ''
  return hasMore ? undefined : url.origin
}

/** Exactly as a browser writes it; anything else equals nothing. */
export const isOrigin = (text: string): boolean => originOf(text) === text
