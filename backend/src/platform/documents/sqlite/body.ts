import type { Collection, Json } from '../collection.ts'
import type { Sealer } from '../sealer.ts'
import type { Tenant } from './tenants.ts'

export type Body = string | Uint8Array | null
export type Values = Record<string, Json>

/** What has no column of its own: JSON, sealed under the tenant's key where the collection says so. */
export interface BodyCodec {
  write(tenant: Tenant, id: string, values: Values): Body
  read(tenant: Tenant, id: string, body: Body): Values
  /** The part of a document that came with a later write; null where there is none. */
  writeLater(tenant: Tenant, id: string, values: Values): Body
  readLater(tenant: Tenant, id: string, body: Body): Values
}
type Part = Pick<BodyCodec, 'write' | 'read'>

const isEmpty = (values: Values): boolean => {
  for (const _name in values) return false
  return true
}
const parse = (json: string): Values => JSON.parse(json) as Values

const clear: Part = {
  write: (_tenant, _id, values) => (isEmpty(values) ? null : JSON.stringify(values)),
  read: (_tenant, _id, body) => (typeof body === 'string' ? parse(body) : {}),
}

/** The name is bound to the body: one part never opens in the place of the other. */
const sealed = (name: string, sealer: Sealer): Part => {
  const placeOf = ({ merchantId, mode }: Tenant, id: string) => ({ collection: name, id, merchantId, mode })
  return {
    write: (tenant, id, values) => sealer.seal(placeOf(tenant, id), Buffer.from(JSON.stringify(values))),
    read: (tenant, id, body) =>
      body instanceof Uint8Array ? parse(Buffer.from(sealer.open(placeOf(tenant, id), body)).toString()) : {},
  }
}

export const createBodyCodec = ({ name, sealed: isSealed }: Collection, sealer: Sealer): BodyCodec => {
  const first = isSealed === true ? sealed(name, sealer) : clear
  const later = isSealed === true ? sealed(`${name}.later`, sealer) : clear
  return {
    ...first,
    writeLater: (tenant, id, values) => (isEmpty(values) ? null : later.write(tenant, id, values)),
    readLater: later.read,
  }
}
