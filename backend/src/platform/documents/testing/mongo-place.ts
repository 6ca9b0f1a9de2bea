import { randomUUID } from 'node:crypto'
import { mongo } from 'mongoose'
import { openMongo } from '../mongodb/open-mongo.ts'
import type { EngineUnderTest, Place } from './engine-under-test.ts'

const dumpOf = async (database: mongo.Db): Promise<Buffer[]> => {
  const collections = await database.listCollections().toArray()
  const contents = await Promise.all(
    collections.map(async ({ name }) => [
      ...(await database.collection(name).find().toArray()),
      ...(await database.collection(name).indexes()),
    ]),
  )
  return contents.flat().map((document) => Buffer.from(mongo.BSON.serialize(document)))
}

/** A database of its own on the server at hand; what the tests of this engine need beyond a place is there too. */
export const createMongoPlace = async (
  address: string,
): Promise<Place & { readonly uri: string; readonly database: mongo.Db }> => {
  const name = `gf_test_${randomUUID().replaceAll('-', '')}`
  const uri = new URL(address)
  uri.pathname = `/${name}`
  const client = await new mongo.MongoClient(address).connect()
  const database = client.db(name)
  return {
    uri: uri.href,
    database,
    open: (options) => openMongo({ uri: uri.href, ...options }),
    dump: () => dumpOf(database),
    remove: async () => {
      await database.dropDatabase()
      await client.close()
    },
  }
}

export const mongoUnderTest = (address: string): EngineUnderTest => ({
  name: 'MongoDB',
  createPlace: () => createMongoPlace(address),
})
