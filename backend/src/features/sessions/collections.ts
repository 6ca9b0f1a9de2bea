import { collection, type Document } from '../../platform/documents/collection.ts'
import type { AgentFacts, IpFacts } from '../../scoring/context.ts'

/** An interface as a document may hold it: JSON, so without an open end. */
export type Plain<Facts> = { readonly [Name in keyof Facts]: Facts[Name] }

export type SessionDevice = Plain<{
  readonly id: string
  readonly confidence: number
  readonly first_seen_at: number
  readonly matched: 'exact' | 'fuzzy' | 'new'
}>

/** One visit of a checkout page. Derived facts and keyed hashes; raw address, agent and component values are never kept. */
export interface SessionDocument extends Document {
  readonly started_at: number
  readonly expires_at: number
  /** Kept a day longer than it is good for, so that an order can be told that its session is too old. */
  readonly gone_at: number
  readonly ip: Plain<IpFacts> | null
  readonly ip_id: string | null
  readonly agent: Plain<AgentFacts> | null
  readonly time_zone: string | null
  readonly languages: readonly string[]
  readonly platform: string | null
  readonly screen: string | null
  readonly touch: boolean | null
  readonly automation: readonly string[]
  readonly storage: boolean | null
  readonly framed: boolean | null
  readonly page_ms: number | null
  readonly reduced: boolean
  readonly origin_missing: boolean
  readonly missing_components: number
  readonly device: SessionDevice | null
  /** The print under the network's key, where the store shares. */
  readonly network_device?: string
}
export const sessions = collection<SessionDocument>({
  name: 'sessions',
  scope: 'merchant',
  sealed: true,
  fields: { started_at: 'number', gone_at: 'number' },
  expires: 'gone_at',
})

/** A browser on a machine, as this store has seen it. Nothing but keyed hashes and times. */
export interface DeviceDocument extends Document {
  /** Of all components together: the same print is the same device, or its twin. */
  readonly print: string
  readonly band_picture: string
  readonly band_body: string
  readonly band_habit: string
  readonly components: Readonly<Record<string, string>>
  readonly first_seen_at: number
  readonly last_seen_at: number
  readonly expires_at: number
  /** Networks it came from in `week`: a print that comes from everywhere at once is many devices. */
  readonly week: number
  readonly networks: readonly string[]
}
export const devices = collection<DeviceDocument>({
  name: 'devices',
  scope: 'merchant',
  fields: {
    print: 'string',
    band_picture: 'string',
    band_body: 'string',
    band_habit: 'string',
    last_seen_at: 'number',
    expires_at: 'number',
  },
  indexes: [
    { fields: ['print'], unique: true },
    { fields: ['band_picture', 'last_seen_at'] },
    { fields: ['band_body', 'last_seen_at'] },
    { fields: ['band_habit', 'last_seen_at'] },
  ],
  expires: 'expires_at',
})
