import type { mongo } from 'mongoose'
import { InstallationRefused } from '../../installation/refusal.ts'
import type { EngineStatus } from '../port.ts'

/** Driver 7 asks for wire version 9, which is MongoDB 4.4. */
const oldest = { major: 4, minor: 4 }
const pingWithinMs = 2_000

const isTooOld = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < oldest.major || (major === oldest.major && minor < oldest.minor)
}

/** The driver's own view of what it talks to. */
type Shape = 'standalone' | 'replica set' | 'sharded cluster' | 'unknown'

const shapes: Readonly<Record<string, Shape>> = {
  Standalone: 'standalone',
  RSPrimary: 'replica set',
  RSSecondary: 'replica set',
  Mongos: 'sharded cluster',
  LoadBalancer: 'sharded cluster',
}

const shapeOf = ({ servers }: mongo.TopologyDescription): Shape => {
  for (const { type } of servers.values()) {
    const shape = shapes[type]
    if (shape) return shape
  }
  return 'unknown'
}

const notes: Readonly<Partial<Record<Shape, string>>> = {
  standalone: 'A standalone server: a lost disk is lost data, and a restart is an outage. A replica set is neither.',
}

/** Follows what the driver learns of the servers; to be called before the client connects. */
export const watchShape = (client: mongo.MongoClient): (() => Shape) => {
  let shape: Shape = 'unknown'
  client.on('topologyDescriptionChanged', ({ newDescription }) => {
    const seen = shapeOf(newDescription)
    if (seen !== 'unknown') shape = seen
  })
  return () => shape
}

export const readVersion = async (client: mongo.MongoClient): Promise<string> => {
  const { version } = (await client.db('admin').command({ buildInfo: 1 })) as { version: string }
  if (!isTooOld(version)) return version
  throw new InstallationRefused(`This MongoDB is ${version}: Goodfaith needs 4.4 or newer, so upgrade the server.`)
}

export const createStatus =
  (client: mongo.MongoClient, version: string, shape: () => Shape) => async (): Promise<EngineStatus> => {
    const note = notes[shape()]
    const said = { kind: 'mongodb', version: `${version} (${shape()})`, ...(note ? { note } : {}) } as const
    try {
      await client.db('admin').command({ ping: 1 }, { timeoutMS: pingWithinMs })
      return { ...said, state: 'ok' }
    } catch {
      return { ...said, state: 'down' }
    }
  }
