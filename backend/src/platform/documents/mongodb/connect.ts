import type { mongo } from 'mongoose'
import { InstallationRefused } from '../../installation/refusal.ts'

const findsServerWithinMs = 3_000
const callWithinMs = 10_000
const defaultDatabase = 'goodfaith'

/** Of mongodb://user:password@host:port,host:port/database?options; `new URL` knows one host only. */
const splitAddress = (uri: string) => {
  const [address = ''] = uri.replace(/^mongodb(\+srv)?:\/\//, '').split('?')
  const hosts = address.slice(address.lastIndexOf('@') + 1)
  const [place = '', database = ''] = hosts.split('/')
  return { place, database: decodeURIComponent(database) }
}

export const databaseOf = (uri: string): string => splitAddress(uri).database || defaultDatabase

/** What is acknowledged is on the disks of most members, and only such data is read. */
const durability: mongo.MongoClientOptions = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: callWithinMs },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
}

export const createClient = (driver: typeof mongo, uri: string): mongo.MongoClient => {
  try {
    return new driver.MongoClient(uri, {
      appName: 'goodfaith',
      ...durability,
      ignoreUndefined: true,
      promoteBuffers: true,
      serverSelectionTimeoutMS: findsServerWithinMs,
      connectTimeoutMS: findsServerWithinMs,
      socketTimeoutMS: callWithinMs,
      waitQueueTimeoutMS: callWithinMs,
    })
  } catch (cause) {
    throw new InstallationRefused('DATABASE_URL is not an address that MongoDB knows: mongodb://host:port/database.', {
      cause,
    })
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'no answer'

export const connect = async (client: mongo.MongoClient, uri: string): Promise<void> => {
  try {
    await client.connect()
  } catch (cause) {
    await client.close()
    throw new InstallationRefused(
      `MongoDB at ${splitAddress(uri).place} cannot be used (${reasonOf(cause)}): start it, or correct DATABASE_URL.`,
      { cause },
    )
  }
}
