/** Each is sent to one door alone: neither host nor path is shared with the other. */
export const operatorCookie = 'goodfaith_operator'
export const operatorPath = '/operator/v1'
export const impersonationCookie = 'goodfaith_impersonation'
export const impersonationPath = '/console'
/** Says that this browser signed in to that account before; opens nothing. */
export const operatorDeviceCookie = 'goodfaith_operator_device'

const deviceSeconds = 365 * 24 * 3600

/** Never shared with sibling hosts, and never sent along from another site, not even by a link. */
export const createOperatorCookies = ({ secure }: { readonly secure: boolean }) => {
  const cookie = (name: string, value: string, path: string, seconds: number): string =>
    `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  return {
    session: (token: string, ms: number) => cookie(operatorCookie, token, operatorPath, Math.floor(ms / 1000)),
    device: (token: string) => cookie(operatorDeviceCookie, token, operatorPath, deviceSeconds),
    impersonation: (token: string, ms: number) =>
      cookie(impersonationCookie, token, impersonationPath, Math.floor(ms / 1000)),
    noSession: () => cookie(operatorCookie, '', operatorPath, 0),
    noImpersonation: () => cookie(impersonationCookie, '', impersonationPath, 0),
  }
}
export type OperatorCookies = ReturnType<typeof createOperatorCookies>
