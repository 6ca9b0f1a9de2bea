import { accessTokenSeconds } from './access-token.ts'
import { refreshTokenMs } from './refresh-token.ts'

export const accessCookie = 'goodfaith_access'
export const refreshCookie = 'goodfaith_refresh'
/** Says that this browser signed in to that account before; opens nothing. */
export const deviceCookie = 'goodfaith_device'

/** The refresh token travels only to the route that needs it. */
export const consolePath = '/console'
export const refreshPath = '/console/v1/refresh'

/** A browser that was not used for a year is a new one. */
const deviceSeconds = 365 * 24 * 3600

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
  /** Absent when another window has the new one already: this one goes on with the access token alone. */
  readonly refresh?: string
  readonly device?: string
}

interface CookieOptions {
  readonly secure: boolean
  /** Sibling hosts below it share the sign-in. */
  readonly domain?: string | undefined
}

export const createCookies = ({ secure, domain }: CookieOptions) => {
  const shared = domain === undefined ? '' : `; Domain=${domain}`
  const cookie = (name: string, value: string, path: string, maxAgeSeconds: number): string =>
    `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}${shared}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    set: ({ access, refresh, device }: Pick<SignedIn, 'access' | 'refresh' | 'device'>): readonly string[] => [
      cookie(accessCookie, access, consolePath, accessTokenSeconds),
      ...(refresh === undefined ? [] : [cookie(refreshCookie, refresh, refreshPath, refreshTokenMs / 1000)]),
      ...(device === undefined ? [] : [cookie(deviceCookie, device, consolePath, deviceSeconds)]),
    ],
    clear: (): readonly string[] => [
      cookie(accessCookie, '', consolePath, 0),
      cookie(refreshCookie, '', refreshPath, 0),
    ],
  }
}
export type Cookies = ReturnType<typeof createCookies>
