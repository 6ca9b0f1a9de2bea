import { operator } from '../features/audit/service.ts'
import type { Foundation } from '../foundation.ts'

/** What the demo shop keeps in its environment, like any store would. */
export interface ShopKeys {
  readonly publishableKey: string
  readonly secretKey: string
  readonly signingSecret: string
}

export interface SignIn {
  readonly email: string
  readonly password: string
}

export interface DemoStore {
  readonly keys: ShopKeys
  /** Only when the account was made just now: a password is shown once. */
  readonly signIn: SignIn | undefined
  readonly merchantId: string
}

const storeName = 'Demo shop'
const email = 'demo@goodfaith.example'

type Rooms = Pick<Foundation, 'merchants' | 'apiKeys' | 'accounts'>

const ensureStore = async ({ merchants }: Rooms, origins: readonly string[]) => {
  const known = (await merchants.list()).find(({ demo }) => demo)
  const merchantId =
    known?.merchantId ?? (await merchants.create(operator, { name: storeName, origins, demo: true })).merchantId
  const settings = await merchants.settings(merchantId)
  const missing = origins.filter((origin) => !settings.allowedOrigins.includes(origin))
  if (missing.length === 0) return settings
  return merchants.changeSettings(operator, merchantId, { allowedOrigins: [...settings.allowedOrigins, ...missing] })
}

/** A start that was cut off after the store was made is finished by the next one. */
const ensurePerson = async ({ accounts }: Rooms, organizationId: string): Promise<SignIn | undefined> => {
  if (await accounts.hasPeople(organizationId)) return undefined
  const wanted = { organizationId, email, name: 'Demo owner', role: 'owner' } as const
  const { password } = await accounts.createPerson(operator, wanted)
  return { email, password }
}

/** Secrets are not kept readable anywhere, so the shop gets new ones with each start; the former end at once. */
const renewKeys = async ({ apiKeys }: Rooms, merchantId: string): Promise<ShopKeys> => {
  const keys = await apiKeys.list(merchantId, 'live')
  const usable = keys.filter((key) => key.revoked_at === null)
  const publishable = usable.find(({ kind }) => kind === 'publishable')
  const secret = usable.findLast(({ kind }) => kind === 'secret')
  const publishableKey = publishable?.token ?? ''
  if (!secret) {
    const created = await apiKeys.create(operator, { merchantId, mode: 'live', name: storeName })
    return { publishableKey, secretKey: created.secretKey, signingSecret: created.signingSecret }
  }
  const rotated = await apiKeys.rotate(operator, { keyId: secret.id, part: 'both', overlapMs: 0 })
  return { publishableKey, secretKey: rotated.secretKey ?? '', signingSecret: rotated.signingSecret ?? '' }
}

/** The store that the demo shop belongs to: made once, found again by its mark. */
export const ensureDemoStore = async (rooms: Rooms, origins: readonly string[]): Promise<DemoStore> => {
  const { merchantId, organizationId } = await ensureStore(rooms, origins)
  const signIn = await ensurePerson(rooms, organizationId)
  return { keys: await renewKeys(rooms, merchantId), signIn, merchantId }
}
