import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { createCuttableLine } from '../../testing/cuttable-line.ts'
import { eventually } from '../../testing/eventually.ts'
import { withServer } from '../../testing/servers.ts'
import { ephemeralContract } from './contract-suite.ts'
import { EphemeralUnavailable } from './port.ts'
import { openRedis } from './redis.ts'

const clock = (): number => Date.now()

/** Moves the end of every key of one prefix closer: time passes for them without anyone waiting. */
const passOn = async (url: string, prefix: string, ms: number): Promise<void> => {
  const client = new Redis(url)
  for (const key of await client.keys(`${prefix}*`)) {
    const left = (await client.pttl(key)) - ms
    await (left > 0 ? client.pexpire(key, left) : client.del(key))
  }
  client.disconnect()
}

test('a start without a reachable server is refused with one sentence that keeps the password', async () => {
  const refused = openRedis({ url: 'redis://someone:hunter2@127.0.0.1:1/0', clock })
  await expect(refused).rejects.toThrow(EphemeralUnavailable)
  await expect(refused).rejects.toThrow(/^Redis at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\): start it, .*\.$/)
  await expect(refused).rejects.not.toThrow(/hunter2/)
})

withServer('redis', 'redis', (url) => {
  ephemeralContract(async () => {
    const prefix = `gf-test-${randomUUID()}:`
    return { engine: await openRedis({ url, clock, prefix }), clock, pass: (ms) => passOn(url, prefix, ms) }
  })

  test('two processes share claims, counters and messages', async () => {
    const prefix = `gf-test-${randomUUID()}:`
    const [one, two] = await Promise.all([openRedis({ url, clock, prefix }), openRedis({ url, clock, prefix })])
    expect(await one.claim('nonce', 60)).toBe(true)
    expect(await two.claim('nonce', 60)).toBe(false)
    await one.count('limit', 60_000)
    expect((await two.count('limit', 60_000)).hits).toBe(2)
    const heard = new Promise<string>(
      (resolve) => void two.subscribe('live', resolve).then(() => one.publish('live', 'hi')),
    )
    expect(await heard).toBe('hi')
    await Promise.all([one.close(), two.close()])
  })

  test('lost while running: calls fail as unavailable, status says down, and it heals by itself with its listeners', async () => {
    const line = await createCuttableLine(url, 6_379)
    const engine = await openRedis({ url: line.url, clock, prefix: `gf-test-${randomUUID()}:` })
    const heard: string[] = []
    await engine.subscribe('live', (message) => heard.push(message))

    line.cut()
    await eventually(async () => (await engine.status()).state === 'down')
    for (const call of [
      () => engine.claim('nonce', 60),
      () => engine.release('nonce'),
      () => engine.count('limit', 60_000),
      () => engine.publish('live', 'lost'),
      () => engine.subscribe('other', () => undefined),
    ]) {
      await expect(call()).rejects.toThrow(EphemeralUnavailable)
    }

    line.mend()
    await eventually(async () => (await engine.status()).state === 'ok')
    expect(await engine.claim('nonce', 60)).toBe(true)
    await eventually(async () => {
      await engine.publish('live', 'back')
      return heard.includes('back')
    })
    expect(heard).not.toContain('lost')
    await engine.close()
    await line.close()
  })

  test('a server that no longer answers is unavailable, not a wait', async () => {
    const line = await createCuttableLine(url, 6_379)
    const engine = await openRedis({ url: line.url, clock, prefix: `gf-test-${randomUUID()}:` })
    line.stall()
    await expect(engine.claim('nonce', 60)).rejects.toThrow(EphemeralUnavailable)
    expect((await engine.status()).state).toBe('down')
    line.resume()
    await eventually(async () => (await engine.status()).state === 'ok')
    await engine.close()
    await line.close()
  })
})
