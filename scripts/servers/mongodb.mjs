import { join } from 'node:path'
import mongoose from 'mongoose'
import { isPretendedAway, pretendedAway } from './pretend.mjs'
import { onPath } from './program.mjs'
import { spawnServer } from './spawn-server.mjs'

const answersWithinMs = 15_000
const reachesDownloadsWithinMs = 5_000
const downloads = 'https://fastdl.mongodb.org/'
/** What mongodb-memory-server downloads; the oldest that its maintainers still patch. */
const downloadedVersion = '7.0.24'

const ask = async (uri) => {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: answersWithinMs })
  try {
    await client.connect()
    const admin = client.db('admin')
    const { setName, msg } = await admin.command({ hello: 1 }).catch(() => ({}))
    return { build: await admin.command({ buildInfo: 1 }), setName, msg }
  } finally {
    await client.close()
  }
}

/** MongoDB's own server says from which commit and with which storage engines it was built; what imitates it does not. */
const kindOf = ({ build, setName, msg }) => {
  if (build.gitVersion === undefined || build.storageEngines === undefined) return 'stand-in'
  if (msg === 'isdbgrid') return 'mongos'
  return setName ? 'mongod, replica set' : 'mongod, standalone'
}

const describeServer = async (uri) => {
  const answer = await ask(uri)
  return { name: 'mongodb', kind: kindOf(answer), version: answer.build.version, uri }
}

const start = async (path) => {
  const args = ({ port, folder }) => ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', folder]
  const uriOf = (port) => `mongodb://127.0.0.1:${port}`
  const { port, stop } = await spawnServer(path, args, (candidate) => ask(uriOf(candidate)))
  return { ...(await describeServer(uriOf(port))), stop }
}

/** Asks first whether the downloads can be reached at all, so that a closed network costs seconds. */
const download = async () => {
  await fetch(downloads, { method: 'HEAD', signal: AbortSignal.timeout(reachesDownloadsWithinMs) })
  const { MongoBinary } = await import('mongodb-memory-server-core')
  const downloadDir = join(import.meta.dirname, '../../.cache/mongodb')
  return await MongoBinary.getPath({ version: downloadedVersion, downloadDir })
}

const reasonOf = (error) => error.cause?.code ?? error.cause?.message ?? error.message

/** The places to look, best first; each answers a server or throws what stood in its way. */
const places = [
  {
    place: 'MONGODB_URI',
    has: async () => process.env['MONGODB_URI'],
    open: async (uri) => ({ ...(await describeServer(uri)), stop: async () => undefined }),
  },
  { place: 'mongod on PATH', has: () => onPath('mongod'), open: start },
  { place: 'GOODFAITH_TEST_MONGOD', has: async () => process.env['GOODFAITH_TEST_MONGOD'], open: start },
  { place: 'download', has: async () => true, open: async () => await start(await download()) },
]

/** A server that speaks the MongoDB protocol: { name, kind, version, uri, stop } or { name, skipped }. */
export const startMongodb = async () => {
  const name = 'mongodb'
  if (isPretendedAway(name)) return pretendedAway(name)
  const hindrances = []
  for (const { place, has, open } of places) {
    const found = await has()
    if (!found) {
      hindrances.push(`no ${place}`)
      continue
    }
    try {
      return await open(found)
    } catch (error) {
      hindrances.push(`${place}: ${reasonOf(error)}`)
    }
  }
  return { name, skipped: hindrances.join(', ') }
}
