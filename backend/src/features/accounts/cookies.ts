import { accessTokenSeconds } from './access-token.ts'
import { refreshTokenMs } from './refresh-token.ts'

const consolePath = '/console'
const refreshPath = '/console/v1/refresh'

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

type CookieName = 'access' | 'refresh' | 'device'

const plainNames = {
  access: 'goodfaith_access',
  refresh: 'goodfaith_refresh',
  /** Says that this browser signed in to that account before; opens nothing. */
  device: 'goodfaith_device',
} as const

interface CookieOptions {
  /** Production: browsers keep and send them over TLS alone. */
  readonly secure: boolean
  /** Sibling hosts below it share the sign-in. */
  readonly domain?: string | undefined
}

/**
 * Browsers take a `__Host-` cookie from this very host alone, and only for all its paths: no sibling host can plant a
 * sign-in of its own. Where siblings share the sign-in, or without TLS, the refresh token goes to its one route.
 */
const placing = ({ secure, domain }: CookieOptions) => {
  if (!secure) return { prefix: '', paths: { access: consolePath, refresh: refreshPath, device: consolePath } }
  if (domain === undefined) return { prefix: '__Host-', paths: { access: '/', refresh: '/', device: '/' } }
  return { prefix: '__Secure-', paths: { access: consolePath, refresh: refreshPath, device: consolePath } }
}

export const createCookies = (options: CookieOptions) => {
  const { secure, domain } = options
  const { prefix, paths } = placing(options)
  const rest = `${domain === undefined ? '' : `; Domain=${domain}`}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const cookie = (name: CookieName, value: string, seconds: number): string =>
    `${prefix}${plainNames[name]}=${value}; Path=${paths[name]}; Max-Age=${seconds}${rest}`
  return {
    set: ({ access, refresh, device }: Pick<SignedIn, 'access' | 'refresh' | 'device'>): readonly string[] => [
      cookie('access', access, accessTokenSeconds),
      ...(refresh === undefined ? [] : [cookie('refresh', refresh, refreshTokenMs / 1000)]),
      ...(device === undefined ? [] : [cookie('device', device, deviceSeconds)]),
    ],
    clear: (): readonly string[] => [cookie('access', '', 0), cookie('refresh', '', 0)],
    /** Under its full name alone: what a sibling host planted under another is not looked at. */
    read: (header: string | null | undefined, name: CookieName): string | undefined =>
      readCookie(header ?? undefined, `${prefix}${plainNames[name]}`),
  }
}
export type Cookies = ReturnType<typeof createCookies>
