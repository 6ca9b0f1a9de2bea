import type * as Mongoose from 'mongoose'
import type { Connection, mongo, Schema } from 'mongoose'
import type { Collection } from '../collection.ts'
import { Misuse } from '../errors.ts'
import type { Sealer } from '../sealer.ts'
import { createBulkQueue, type BulkQueue } from './bulk-queue.ts'
import { createCodec, type Codec } from './codec.ts'
import { indexPlans } from './indexes.ts'
import { reach } from './server-errors.ts'
import type { Row, Rows } from './stored.ts'

/** A collection where it lies, with what reading and writing it needs. */
export interface Shelf {
  readonly collection: Collection
  readonly codec: Codec
  readonly rows: Rows
  readonly writes: BulkQueue
  /** For marks whose loss costs a repetition and nothing else. */
  readonly carelessWrites: BulkQueue
}
export type Shelves = ReadonlyMap<string, Shelf>

type Driver = typeof Mongoose
export interface Connected {
  readonly mongoose: Driver
  readonly connection: Connection
}

const bsonTypes = { string: String, number: Number, boolean: Boolean } as const

/** The declaration as a mongoose schema. The engine writes through the driver below it: every value it sends stands under an operator of its own. */
const schemaOf = (mongoose: Driver, collection: Collection): Schema => {
  const fields = Object.entries(collection.fields).map(([name, type]) => [name, bsonTypes[type]] as const)
  const schema = new mongoose.Schema(
    { _id: String, m: String, t: String, v: Number, f: Object.fromEntries(fields), x: Date, w: Date, d: Date },
    { collection: collection.name, strict: false, versionKey: false, autoIndex: false, autoCreate: false },
  )
  for (const { name, keys, options } of indexPlans(collection)) schema.index(keys, { name, ...options })
  return schema
}

const namespaceMissing = 26

const namesOfIndexes = async (rows: Rows): Promise<ReadonlySet<string>> => {
  try {
    return new Set((await rows.indexes()).map(({ name = '' }) => name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === namespaceMissing) return new Set()
    throw error
  }
}

/** A process whose user may not make indexes starts all the same once they are there (deploy/mongodb/roles.js). */
const ensureIndexes = async (collection: Collection, rows: Rows, create: () => Promise<unknown>): Promise<void> => {
  const present = await namesOfIndexes(rows)
  if (indexPlans(collection).some(({ name }) => !present.has(name))) await create()
}

const openShelf = async (
  { mongoose, connection }: Connected,
  collection: Collection,
  sealer: Sealer,
): Promise<Shelf> => {
  const model = connection.model(collection.name, schemaOf(mongoose, collection))
  const database = connection.getClient().db(connection.name)
  const rows: Rows = database.collection<Row>(collection.name)
  await reach(() => ensureIndexes(collection, rows, () => model.createIndexes()))
  const careless: mongo.CollectionOptions = { writeConcern: { w: 1 } }
  return {
    collection,
    codec: createCodec(collection, sealer),
    rows,
    writes: createBulkQueue(rows),
    carelessWrites: createBulkQueue(database.collection<Row>(collection.name, careless)),
  }
}

export const openShelves = async (
  connected: Connected,
  collections: readonly Collection[],
  sealer: Sealer,
): Promise<Shelves> => {
  const shelves = await Promise.all(collections.map((collection) => openShelf(connected, collection, sealer)))
  return new Map(shelves.map((shelf) => [shelf.collection.name, shelf]))
}

export const shelfOf = (shelves: Shelves, { name }: Pick<Collection, 'name'>): Shelf => {
  const shelf = shelves.get(name)
  if (!shelf) throw new Misuse(`Collection ${name} was not declared when the store was opened.`)
  return shelf
}
