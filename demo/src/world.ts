/**
 * What differs between two shoppers besides what they type: where they sit and what they sit at. One computer plays them all
 * here, so the panel lends each a world, and the shop's own proxy hop puts it in the place of the visitor's. Nothing in it says
 * what the shopper is up to.
 */
export interface World {
  /** Address that the shop's proxy passes on as the shopper's. */
  readonly ip: string
  /** Sets this machine apart from the visitor's own and from other lent ones. */
  readonly machine: string
  readonly timeZone: string
  readonly languages: readonly string[]
  /** A tool steers the browser: the page gets what such tools leave in it (browser/tools.ts). */
  readonly driven: boolean
  readonly account: { readonly id: string; readonly since: string } | null
}

/** The cookie that carries it, as base64url of JSON; without one, or with anything else, visitors are who they are. */
export const worldCookie = 'world'

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length < 100

const readAccount = (value: unknown): World['account'] => {
  if (typeof value !== 'object' || value === null) return null
  const { id, since } = value as Record<string, unknown>
  return isText(id) && isText(since) ? { id, since } : null
}

export const readWorld = (cookie: string): World | null => {
  try {
    const given = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')) as Record<string, unknown>
    const { ip, machine, timeZone, languages, driven, account } = given
    if (!isText(ip) || !isText(machine) || !isText(timeZone)) return null
    const spoken = Array.isArray(languages) ? languages.filter(isText) : []
    return { ip, machine, timeZone, languages: spoken, driven: driven === true, account: readAccount(account) }
  } catch {
    return null
  }
}

const ordinary = (agent: string): string => agent.replace('HeadlessChrome', 'Chrome')
const driven =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36'

/** The browser that a shopper of this world uses. */
export const agentOf = (world: World | null, own: string): string =>
  world === null ? own : world.driven ? driven : ordinary(own)
