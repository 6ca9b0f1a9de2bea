import { accessTokenSeconds } from './access-token.ts'
import { refreshTokenMs } from './refresh-token.ts'

export const accessCookie = 'goodfaith_access'
export const refreshCookie = 'goodfaith_refresh'

/** The refresh token travels only to the route that needs it. */
export const consolePath = '/console'
export const refreshPath = '/console/v1/refresh'

/** A header longer than this is no browser's. */
const longestHeader = 16_384

export const readCookie = (header: string | undefined, name: string): string | undefined => {
  if (header === undefined || header.length > longestHeader) return undefined
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value !== undefined && value !== '') return value
  }
  return undefined
}

export interface SignedIn {
  readonly personId: string
  readonly access: string
  readonly refresh: string
}

export const createCookies = ({ secure }: { readonly secure: boolean }) => {
  const cookie = (name: string, value: string, path: string, maxAgeSeconds: number): string =>
    `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    set: ({ access, refresh }: Pick<SignedIn, 'access' | 'refresh'>): readonly string[] => [
      cookie(accessCookie, access, consolePath, accessTokenSeconds),
      cookie(refreshCookie, refresh, refreshPath, refreshTokenMs / 1000),
    ],
    clear: (): readonly string[] => [
      cookie(accessCookie, '', consolePath, 0),
      cookie(refreshCookie, '', refreshPath, 0),
    ],
  }
}
export type Cookies = ReturnType<typeof createCookies>
