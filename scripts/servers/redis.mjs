import { Redis } from 'ioredis'
import { isPretendedAway, pretendedAway } from './pretend.mjs'
import { findOrInstall, versionOf } from './program.mjs'
import { spawnServer } from './spawn-server.mjs'

const readyWithinMs = 10_000

const answersPing = async (port) => {
  const client = new Redis({
    host: '127.0.0.1',
    port,
    retryStrategy: () => 50,
    maxRetriesPerRequest: readyWithinMs / 50,
  })
  client.on('error', () => undefined) // refused until it listens
  try {
    await client.ping()
  } finally {
    client.disconnect()
  }
}

const args = ({ port, folder }) => [
  ...['--bind', '127.0.0.1', '--port', String(port), '--dir', folder],
  ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
]

/** A Redis of our own: { name, kind, version, uri, stop } or { name, skipped }. */
export const startRedis = async () => {
  const name = 'redis'
  if (isPretendedAway(name)) return pretendedAway(name)
  const { path, skipped } = await findOrInstall('redis-server', 'redis-server', 'valkey-server')
  if (!path) return { name, skipped }
  try {
    const { port, stop } = await spawnServer(path, args, answersPing)
    return { name, kind: 'redis-server', version: await versionOf(path), uri: `redis://127.0.0.1:${port}`, stop }
  } catch (error) {
    return { name, skipped: `${path} did not start: ${error.message}` }
  }
}
