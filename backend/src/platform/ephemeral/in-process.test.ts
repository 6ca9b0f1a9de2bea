import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ephemeralContract } from './contract-suite.ts'
import { openInProcess } from './in-process.ts'
import { EphemeralUnavailable } from './port.ts'

const start = 1_795_165_200_000
const movable = () => {
  let now = start
  return {
    clock: () => now,
    pass: async (ms: number) => {
      now += ms
    },
  }
}

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'goodfaith-claims-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const onFolder = (claimsFolder: string, time = movable()) => ({
  ...time,
  engine: openInProcess({ clock: time.clock, claimsFolder }),
})

describe('in process', () => {
  ephemeralContract(async () => {
    const time = movable()
    return { ...time, engine: openInProcess({ clock: time.clock }) }
  })
})

describe('in process, claims kept', () => {
  ephemeralContract(async () => onFolder(newFolder()))

  test('claims outlive the process, released and expired ones do not', async () => {
    const folder = newFolder()
    const time = movable()
    const { engine: before } = onFolder(folder, time)
    await Promise.all([before.claim('kept', 600), before.claim('short', 10), before.claim('released', 600)])
    await before.release('released')
    // No close(): this is what a killed process leaves.
    await time.pass(11_000)
    const { engine: after } = onFolder(folder, time)
    expect(await after.claim('kept', 600)).toBe(false)
    expect(await after.claim('short', 600)).toBe(true)
    expect(await after.claim('released', 600)).toBe(true)
    await Promise.all([before.close(), after.close()])
  })

  test('a folder is made by the first claim, not before; one that cannot be made is unavailable', async () => {
    const file = join(newFolder(), 'file')
    const { engine: idle } = onFolder(file)
    await idle.count('limit:a', 1_000)
    await idle.close()
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, '')
    const { engine } = onFolder(file)
    await expect(engine.claim('nonce:a', 60)).rejects.toThrow(EphemeralUnavailable)
    await engine.close()
  })

  test('a claim is in the file before it is answered', async () => {
    const folder = newFolder()
    const { engine } = onFolder(folder)
    await engine.claim('nonce:answered', 600)
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(written.join('')).toContain('nonce:answered')
    await engine.close()
  })

  test('a torn line costs itself only', async () => {
    const folder = newFolder()
    const { engine: before } = onFolder(folder)
    await before.claim('whole', 600)
    await before.close()
    for (const name of readdirSync(folder)) appendFileSync(join(folder, name), '\n["torn",17951')
    const { engine: after } = onFolder(folder)
    expect(await after.claim('next', 600)).toBe(true)
    await after.close()
    const { engine: last } = onFolder(folder)
    expect(await last.claim('whole', 600)).toBe(false)
    expect(await last.claim('next', 600)).toBe(false)
    expect(await last.claim('torn', 600)).toBe(true)
    await last.close()
  })

  test('segments whose claims have all expired are removed', async () => {
    const folder = newFolder()
    const time = movable()
    const { engine } = onFolder(folder, time)
    for (let quarter = 0; quarter < 12; quarter += 1) {
      await engine.claim(`nonce:${quarter}`, 610)
      await time.pass(900_000)
    }
    expect(readdirSync(folder).length).toBeLessThanOrEqual(2)
    await engine.close()
  })

  test('a claim that cannot be written is refused as unavailable, and free again', async () => {
    const folder = newFolder()
    const time = movable()
    const { engine } = onFolder(folder, time)
    await engine.claim('nonce:before', 600)
    // The next segment cannot be made where there is no folder.
    rmSync(folder, { recursive: true })
    await time.pass(600_001)
    await expect(engine.claim('nonce:a', 60)).rejects.toThrow('could not be written')
    await expect(engine.claim('nonce:a', 60)).rejects.toThrow('could not be written')
    folders.splice(folders.indexOf(folder), 1)
    await engine.close()
  })
})

test.each([true, false])('once closed, nothing is claimed any more (used before: %p)', async (used) => {
  const folder = newFolder()
  const { engine } = onFolder(folder)
  if (used) await engine.claim('before', 60)
  const files = readdirSync(folder)
  await engine.close()
  await expect(engine.claim('after', 60)).rejects.toThrow(EphemeralUnavailable)
  expect(readdirSync(folder)).toEqual(files)
})
