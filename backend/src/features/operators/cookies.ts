import { readCookie } from '../accounts/service.ts'

/** Never two of the same name: a token of one door is looked for under its own name alone. */
const plain = {
  session: { name: 'goodfaith_operator', path: '/operator/v1' },
  /** Says that this browser signed in to that account before; opens nothing. */
  device: { name: 'goodfaith_operator_device', path: '/operator/v1' },
  impersonation: { name: 'goodfaith_impersonation', path: '/console' },
} as const
type CookieName = keyof typeof plain

const deviceSeconds = 365 * 24 * 3600

/**
 * Never shared with sibling hosts, and never sent along from another site, not even by a link. Over TLS they are `__Host-`
 * cookies, which no sibling host can plant; browsers take those for all paths only, so the names keep the doors apart.
 */
export const createOperatorCookies = ({ secure }: { readonly secure: boolean }) => {
  const fullName = (name: CookieName): string => `${secure ? '__Host-' : ''}${plain[name].name}`
  const rest = `HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  const cookie = (name: CookieName, value: string, seconds: number): string =>
    `${fullName(name)}=${value}; Path=${secure ? '/' : plain[name].path}; Max-Age=${seconds}; ${rest}`
  return {
    session: (token: string, ms: number) => cookie('session', token, Math.floor(ms / 1000)),
    device: (token: string) => cookie('device', token, deviceSeconds),
    impersonation: (token: string, ms: number) => cookie('impersonation', token, Math.floor(ms / 1000)),
    noSession: () => cookie('session', '', 0),
    noImpersonation: () => cookie('impersonation', '', 0),
    /** Under its full name alone: what a sibling host planted under another is not looked at. */
    read: (header: string | null | undefined, name: CookieName): string | undefined =>
      readCookie(header ?? undefined, fullName(name)),
  }
}
export type OperatorCookies = ReturnType<typeof createOperatorCookies>
