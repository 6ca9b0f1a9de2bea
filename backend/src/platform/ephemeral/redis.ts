import type { Redis } from 'ioredis'
import type { Clock } from '../clock.ts'
import { EphemeralUnavailable, type Ephemeral } from './port.ts'
import { createSubscriptions } from './subscriptions.ts'

export interface RedisOptions {
  readonly url: string
  readonly clock: Clock
  /** In front of every key and channel, so that a Redis may be shared. */
  readonly prefix?: string
}

/** A caller waits this long at most for an answer: a nonce claim stands on the scoring path. */
const answerWithinMs = 1_000
const connectWithinMs = 5_000
/** From first loss on: 50, 100, 150 ... and then each second, for as long as it takes. */
const retryAfterMs = (attempt: number): number => Math.min(attempt * 50, 1_000)

const createClient = (Client: typeof Redis, url: string): Redis => {
  const client = new Client(url, {
    lazyConnect: true,
    // Nothing waits in memory for a server that may not come back: a call fails at once instead.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: connectWithinMs,
    autoResubscribe: false,
    retryStrategy: retryAfterMs,
    commandTimeout: answerWithinMs,
  })
  // Each loss reaches the callers as EphemeralUnavailable and the operator through status().
  client.on('error', () => undefined)
  return client
}

/** Host and port only: the address may carry a password. */
const placeOf = (url: string): string => {
  try {
    return new URL(url).host
  } catch {
    return 'the given address'
  }
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string }
  return code ?? message ?? 'no answer'
}

const start = async (url: string, clients: readonly Redis[]): Promise<void> => {
  const heard: unknown[] = []
  for (const client of clients) client.once('error', (error) => heard.push(error))
  try {
    await Promise.all(clients.map((client) => client.connect()))
    await clients[0]?.ping()
  } catch (error) {
    for (const client of clients) client.disconnect()
    throw new EphemeralUnavailable(
      `Redis at ${placeOf(url)} cannot be reached (${reasonOf(heard[0] ?? error)}): start it, correct REDIS_URL, or unset REDIS_URL to run one server without it.`,
      { cause: error },
    )
  }
}

const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (cause) {
    throw new EphemeralUnavailable('Redis is out of reach', { cause })
  }
}

const versionOf = async (client: Redis): Promise<string> =>
  /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? 'unknown'

/** Hits and the time left, in one step: the window opens with its first hit. */
const countIn = async (client: Redis, key: string, windowMs: number): Promise<{ hits: number; leftMs: number }> => {
  const replies = await client.multi().set(key, 0, 'PX', windowMs, 'NX').incr(key).pttl(key).exec()
  const [, hits, left] = (replies ?? []).map(([error, value]) => {
    if (error) throw error
    return Number(value)
  })
  if (hits === undefined || left === undefined) throw new Error('the transaction was dropped')
  return { hits, leftMs: Math.max(left, 0) }
}

const subscribing = (subscriber: Redis, prefix: string) => {
  const subscriptions = createSubscriptions()
  subscriber.on('message', (channel, message) => subscriptions.deliver(channel.slice(prefix.length), message))
  subscriber.on('ready', () => {
    const channels = subscriptions.channels().map((channel) => prefix + channel)
    if (channels.length > 0) subscriber.subscribe(...channels).catch(() => undefined) // lost again: the next ready tries again
  })
  const subscribe: Ephemeral['subscribe'] = async (channel, listener) => {
    const { leave } = subscriptions.join(channel, listener)
    try {
      await guarded(() => subscriber.subscribe(prefix + channel))
    } catch (error) {
      leave()
      throw error
    }
    return async () => {
      if (leave().last) await subscriber.unsubscribe(prefix + channel).catch(() => undefined)
    }
  }
  return { subscribe, clear: subscriptions.clear }
}

/** Shared by all processes of an installation. A start without it is refused; lost later, calls fail at once until it is back. */
export const openRedis = async ({ url, clock, prefix = 'gf:' }: RedisOptions): Promise<Ephemeral> => {
  // Loaded here: the embedded engine does not pay for it.
  const ioredis = await import('ioredis')
  const client = createClient(ioredis.Redis, url)
  const subscriber = createClient(ioredis.Redis, url)
  await start(url, [client, subscriber])
  let version = await versionOf(client)
  const { subscribe, clear } = subscribing(subscriber, prefix)

  return {
    claim: (name, ttlSeconds) =>
      guarded(async () => (await client.set(prefix + name, '1', 'EX', ttlSeconds, 'NX')) === 'OK'),
    release: (name) =>
      guarded(async () => {
        await client.del(prefix + name)
      }),
    count: (name, windowMs) =>
      guarded(async () => {
        const { hits, leftMs } = await countIn(client, prefix + name, windowMs)
        return { hits, resetsAt: clock() + leftMs }
      }),
    publish: (channel, message) =>
      guarded(async () => {
        await client.publish(prefix + channel, message)
      }),
    subscribe,
    status: async () => {
      try {
        version = await versionOf(client)
        return { kind: 'redis', state: subscriber.status === 'ready' ? 'ok' : 'down', version }
      } catch {
        return { kind: 'redis', state: 'down', version }
      }
    },
    close: async () => {
      clear()
      client.disconnect()
      subscriber.disconnect()
    },
  }
}
