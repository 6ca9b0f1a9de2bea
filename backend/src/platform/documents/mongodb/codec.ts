import { isPlainName } from '../check/names.ts'
import type { Collection, Document, Json } from '../collection.ts'
import { completeEvent, idOf as idOfEvent, keepNewest, timeOf, type RingEvent } from '../ring.ts'
import type { Sealer } from '../sealer.ts'
import { idOf, prefixOf, tenantFilter } from './keys.ts'
import type { Stored, StoredEvent, StoredValue, Tenant } from './stored.ts'
import { uniqueKeys } from './unique-keys.ts'
import { decodeValue, encodeValue } from './values.ts'

/** What a document is made of, without its key, revision and pending followers. */
export type Content = Pick<Stored, 'f' | 'b' | 'o' | 's' | 'r' | 'k' | 'x'>

export interface Codec {
  keyOf(tenant: Tenant | null, id: string): string
  /** The sealing key of the tenant must be prepared. */
  content(tenant: Tenant | null, document: Document): Content
  decode(tenant: Tenant | null, stored: Stored): Document
}

type Fields = Record<string, Json>

export const encodeEvent = ({ ring }: Collection, event: RingEvent): StoredEvent => {
  if (!ring) throw new TypeError('an event without a ring')
  const [, , ...rest] = ring.columns
  return {
    i: idOfEvent(ring, event),
    t: timeOf(ring, event),
    c: rest.map((column) => encodeValue(event[column] ?? null)),
  }
}

const decodeEvent = ({ ring }: Collection, { i, t, c }: StoredEvent): RingEvent => {
  if (!ring) throw new TypeError('an event without a ring')
  const [id, at, ...rest] = ring.columns
  const others = rest.map((column, position) => [column, decodeValue(c[position] ?? null)] as const)
  return { [id]: i, [at]: t, ...Object.fromEntries(others) }
}

const isClear = (collection: Collection, name: string): boolean => Object.hasOwn(collection.fields, name)

const clearFields = (collection: Collection, document: Document): Content['f'] => {
  const named = Object.keys(collection.fields)
    .filter((name) => document[name] !== undefined)
    .map((name) => [name, encodeValue(document[name] ?? null)])
  return Object.fromEntries(named) as Content['f']
}

/** Everything but the id, the declared fields and the ring. */
const bodyFields = (collection: Collection, document: Document): readonly (readonly [string, Json])[] =>
  Object.entries(document).flatMap(([name, value]) =>
    name === 'id' || name === collection.ring?.field || isClear(collection, name) || value === undefined
      ? []
      : [[name, value] as const],
  )

const openBody = (fields: readonly (readonly [string, Json])[]): Pick<Content, 'b' | 'o'> => {
  const odd = fields.filter(([name]) => !isPlainName(name))
  const even = fields.filter(([name]) => isPlainName(name)).map(([name, value]) => [name, encodeValue(value)] as const)
  return {
    ...(even.length > 0 ? { b: Object.fromEntries<StoredValue>(even) } : {}),
    ...(odd.length > 0 ? { o: JSON.stringify(Object.fromEntries(odd)) } : {}),
  }
}

const ringOf = (collection: Collection, document: Document): Pick<Content, 'r'> => {
  const { ring } = collection
  const events = ring && document[ring.field]
  if (!ring || !Array.isArray(events) || events.length === 0) return {}
  const complete = keepNewest(
    ring,
    events.map((event: unknown) => completeEvent(ring, event)),
  )
  return { r: complete.map((event) => encodeEvent(collection, event)) }
}

const expiryOf = ({ expires }: Collection, document: Document): Pick<Content, 'x'> => {
  const at = expires === undefined ? undefined : document[expires]
  return typeof at === 'number' ? { x: new Date(at) } : {}
}

/** Nothing but JSON.parse and JSON.stringify is used on bodies: `__proto__` is a name like others to them. */
const bytesOf = (fields: readonly (readonly [string, Json])[]): Buffer =>
  Buffer.from(JSON.stringify(Object.fromEntries(fields)))

const fieldsOf = (bytes: Uint8Array): Fields => JSON.parse(Buffer.from(bytes).toString()) as Fields

export const createCodec = (collection: Collection, sealer: Sealer): Codec => {
  const placeOf = (tenant: Tenant | null, id: string) => ({
    collection: collection.name,
    id,
    merchantId: tenant?.merchantId ?? null,
    mode: tenant?.mode ?? null,
  })
  const bodyOf = (tenant: Tenant | null, { id }: Document, fields: readonly (readonly [string, Json])[]) =>
    collection.sealed === true ? { s: sealer.seal(placeOf(tenant, id), bytesOf(fields)) } : openBody(fields)
  const bodyFrom = (tenant: Tenant | null, id: string, { s, b, o }: Stored): Fields => {
    if (s) return fieldsOf(sealer.open(placeOf(tenant, id), s))
    const even = Object.entries(b ?? {}).map(([name, value]) => [name, decodeValue(value)] as const)
    return { ...Object.fromEntries(even), ...(o === undefined ? {} : (JSON.parse(o) as Fields)) }
  }

  return {
    keyOf: (tenant, id) => prefixOf(tenant) + id,
    content: (tenant, document) => {
      const unique = uniqueKeys(collection, document, prefixOf(tenant) + document.id)
      return {
        f: clearFields(collection, document) ?? {},
        ...bodyOf(tenant, document, bodyFields(collection, document)),
        ...ringOf(collection, document),
        ...(unique ? { k: unique } : {}),
        ...expiryOf(collection, document),
      }
    },
    decode: (tenant, stored) => {
      const id = idOf(stored._id, tenant)
      const { ring } = collection
      return {
        ...bodyFrom(tenant, id, stored),
        ...stored.f,
        ...(ring && stored.r ? { [ring.field]: stored.r.map((event) => decodeEvent(collection, event)) } : {}),
        id,
      }
    },
  }
}

/** Tenant and key of a stored document, from what it says of itself. */
export const tenantOf = ({ m, t }: Stored): Tenant | null =>
  m !== undefined && t !== undefined ? { merchantId: m, mode: t } : null

export const keyFilter = (tenant: Tenant | null, key: string) => ({ _id: key, ...tenantFilter(tenant) })
