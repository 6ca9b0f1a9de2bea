import type { ListSearch } from '#contract/lists.ts'

/** What was typed, read as the most likely kind. */
export const searchOf = (text: string): ListSearch => {
  const value = text.trim()
  if (value.includes('@')) return { kind: 'email', value }
  if (/^[+(]?[\d ()/-]{6,}$/.test(value)) return { kind: 'phone', value }
  if (/^[\d.]+$/.test(value) || (value.includes(':') && /^[\da-f:]+$/i.test(value))) return { kind: 'ip', value }
  if (/^[\w-][\w.-]*\.[a-z]+$/i.test(value)) return { kind: 'email_domain', value }
  return { kind: 'account', value }
}
