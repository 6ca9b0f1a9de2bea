import type { Ephemeral } from './port.ts'

export interface EphemeralUnderTest {
  readonly engine: Ephemeral
  readonly clock: () => number
  /** Lets time go by without waiting for it. */
  pass(ms: number): Promise<void>
}

const heardBy = () => {
  const messages: string[] = []
  let wake: () => void = () => undefined
  return {
    listener: (message: string) => {
      messages.push(message)
      wake()
    },
    messages,
    until: async (count: number) => {
      while (messages.length < count) await new Promise<void>((resolve) => (wake = resolve))
      return [...messages]
    },
  }
}

/** What every engine of the port promises. */
export const ephemeralContract = (open: () => Promise<EphemeralUnderTest>): void => {
  let under: EphemeralUnderTest
  beforeEach(async () => {
    under = await open()
  })
  afterEach(() => under.engine.close())

  describe('claims', () => {
    test('the first caller gets it, the second does not', async () => {
      expect(await under.engine.claim('nonce:a', 60)).toBe(true)
      expect(await under.engine.claim('nonce:a', 60)).toBe(false)
      expect(await under.engine.claim('nonce:b', 60)).toBe(true)
    })

    test('of 200 at once exactly one gets it', async () => {
      const answers = await Promise.all(Array.from({ length: 200 }, () => under.engine.claim('nonce:race', 60)))
      expect(answers.filter(Boolean)).toHaveLength(1)
    })

    test('it ends with its time, not before', async () => {
      await under.engine.claim('nonce:a', 60)
      await under.pass(59_000)
      expect(await under.engine.claim('nonce:a', 60)).toBe(false)
      await under.pass(1_001)
      expect(await under.engine.claim('nonce:a', 60)).toBe(true)
      expect(await under.engine.claim('nonce:a', 60)).toBe(false)
    })

    test('a refused claim does not lengthen the one that stands', async () => {
      await under.engine.claim('nonce:a', 60)
      await under.pass(30_000)
      await under.engine.claim('nonce:a', 60)
      await under.pass(30_001)
      expect(await under.engine.claim('nonce:a', 60)).toBe(true)
    })

    test('what was released can be claimed again; releasing what is not there is nothing', async () => {
      await under.engine.claim('nonce:a', 60)
      await under.engine.release('nonce:a')
      await under.engine.release('nonce:never')
      expect(await under.engine.claim('nonce:a', 60)).toBe(true)
    })

    test('names are names, whatever is in them', async () => {
      for (const name of [
        '__proto__',
        'constructor',
        'line\nbreak',
        '"quoted",1]',
        'ünï\u0000',
        '*',
        'a'.repeat(4_096),
      ]) {
        expect(await under.engine.claim(name, 60)).toBe(true)
        expect(await under.engine.claim(name, 60)).toBe(false)
      }
    })
  })

  describe('windowed counters', () => {
    test('hits add up within a window that opens with the first', async () => {
      const first = await under.engine.count('limit:a', 60_000)
      await under.pass(20_000)
      const second = await under.engine.count('limit:a', 60_000)
      expect([first.hits, second.hits]).toEqual([1, 2])
      const left = second.resetsAt - under.clock()
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThanOrEqual(40_000)
    })

    test('a new window begins at one', async () => {
      await under.engine.count('limit:a', 60_000)
      await under.pass(60_001)
      expect((await under.engine.count('limit:a', 60_000)).hits).toBe(1)
    })

    test('200 at once are counted once each, and counters do not share', async () => {
      const counted = await Promise.all(Array.from({ length: 200 }, () => under.engine.count('limit:race', 60_000)))
      expect(counted.map(({ hits }) => hits).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 200 }, (_, i) => i + 1),
      )
      expect((await under.engine.count('limit:other', 60_000)).hits).toBe(1)
    })
  })

  describe('messages', () => {
    test('every listener of a channel hears each message, in order; others hear nothing', async () => {
      const [one, two, other] = [heardBy(), heardBy(), heardBy()]
      await under.engine.subscribe('live', one.listener)
      await under.engine.subscribe('live', two.listener)
      await under.engine.subscribe('elsewhere', other.listener)
      for (const message of ['1', '2', '3']) await under.engine.publish('live', message)
      await under.engine.publish('elsewhere', 'end')
      expect(await one.until(3)).toEqual(['1', '2', '3'])
      expect(await two.until(3)).toEqual(['1', '2', '3'])
      expect(await other.until(1)).toEqual(['end'])
    })

    test('who left hears nothing more, the others still do', async () => {
      const [gone, there] = [heardBy(), heardBy()]
      const leave = await under.engine.subscribe('live', gone.listener)
      await under.engine.subscribe('live', there.listener)
      await leave()
      await leave()
      await under.engine.publish('live', 'after')
      expect(await there.until(1)).toEqual(['after'])
      expect(gone.messages).toEqual([])
    })

    test('a channel left by all can be joined again', async () => {
      const leave = await under.engine.subscribe('live', () => undefined)
      await leave()
      const again = heardBy()
      await under.engine.subscribe('live', again.listener)
      await under.engine.publish('live', 'hello')
      expect(await again.until(1)).toEqual(['hello'])
    })
  })

  test('it says what it is and that it is well', async () => {
    const { state, version } = await under.engine.status()
    expect(state).toBe('ok')
    expect(version).toMatch(/\d/)
  })
}
