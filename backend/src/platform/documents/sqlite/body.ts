import type { Collection, Json } from '../collection.ts'
import type { Sealer } from '../sealer.ts'
import type { Tenant } from './tenants.ts'

export type Body = string | Uint8Array | null
export type Values = Record<string, Json>

/** What has no column of its own: JSON, sealed under the tenant's key where the collection says so. */
export interface BodyCodec {
  write(tenant: Tenant, id: string, values: Values): Body
  read(tenant: Tenant, id: string, body: Body): Values
}

const isEmpty = (values: Values): boolean => {
  for (const _name in values) return false
  return true
}
const parse = (json: string): Values => JSON.parse(json) as Values

const clear: BodyCodec = {
  write: (_tenant, _id, values) => (isEmpty(values) ? null : JSON.stringify(values)),
  read: (_tenant, _id, body) => (typeof body === 'string' ? parse(body) : {}),
}

const sealed = ({ name }: Collection, sealer: Sealer): BodyCodec => {
  const placeOf = ({ merchantId, mode }: Tenant, id: string) => ({ collection: name, id, merchantId, mode })
  return {
    write: (tenant, id, values) => sealer.seal(placeOf(tenant, id), Buffer.from(JSON.stringify(values))),
    read: (tenant, id, body) =>
      body instanceof Uint8Array ? parse(Buffer.from(sealer.open(placeOf(tenant, id), body)).toString()) : {},
  }
}

export const createBodyCodec = (collection: Collection, sealer: Sealer): BodyCodec =>
  collection.sealed === true ? sealed(collection, sealer) : clear
