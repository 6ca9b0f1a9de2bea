import type { Collection } from '../collection.ts'
import { uniqueIndexes, uniqueName } from './unique-keys.ts'

export interface IndexPlan {
  readonly name: string
  readonly keys: Readonly<Record<string, 1>>
  readonly options: { readonly unique?: true; readonly sparse?: true; readonly expireAfterSeconds?: number }
}

/** Expired documents go by our own sweep; the server's is a second net, late enough never to be the first. */
const expiryNetSeconds = 24 * 3_600

const keysOf = (names: readonly string[]): Readonly<Record<string, 1>> =>
  Object.fromEntries(names.map((name) => [name, 1] as const))

/**
 * What the declaration asks for, in MongoDB's terms. Merchant and mode come first, so that a page of one merchant is one
 * range, and so that {m, t} can be the shard key: a unique index must begin with it.
 */
export const indexPlans = (collection: Collection): readonly IndexPlan[] => {
  const tenant = collection.scope === 'merchant' ? ['m', 't'] : []
  const declared = (collection.indexes ?? []).map(({ fields }) => ({
    name: `by_${fields.join('_')}`,
    keys: keysOf([...tenant, ...fields.map((field) => `f.${field}`), '_id']),
    options: {},
  }))
  const unique = uniqueIndexes(collection).map((index) => ({
    name: uniqueName(index),
    keys: keysOf([...tenant, `k.${uniqueName(index)}`]),
    options: { unique: true as const },
  }))
  const across = (collection.indexes ?? [])
    .filter(({ acrossMerchants }) => acrossMerchants)
    .map(({ fields }) => ({
      name: `across_${fields.join('_')}`,
      keys: keysOf([...fields.map((field) => `f.${field}`), '_id']),
      options: {},
    }))
  if (collection.appendOnly === true) return [...declared, ...across, ...unique]
  const ttl = { sparse: true as const, expireAfterSeconds: expiryNetSeconds }
  return [
    ...declared,
    ...across,
    ...unique,
    ...(collection.expires === undefined ? [] : [{ name: 'expiry', keys: keysOf(['x']), options: ttl }]),
    { name: 'tombstones', keys: keysOf(['d']), options: ttl },
    { name: 'waiting_followers', keys: keysOf(['w']), options: { sparse: true as const } },
  ]
}
