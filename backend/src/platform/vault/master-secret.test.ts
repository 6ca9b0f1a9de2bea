import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMasterSecretFile, MasterSecretRefused, readMasterSecret, wrappingKey } from './master-secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'goodfaith-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a made secret is readable by its owner alone, and reads back', () => {
  const file = join(folder, 'deep', 'made.key')
  const secret = createMasterSecretFile(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readMasterSecret({ file })).toBe(secret)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
})

test('a secret that is there is never overwritten', () => {
  const file = join(folder, 'kept.key')
  writeFileSync(file, 'kept')
  expect(() => createMasterSecretFile(file)).toThrow('EEXIST')
  expect(readFileSync(file, 'utf8')).toBe('kept')
})

test('blanks around a pasted secret do not count', () => {
  expect(readMasterSecret({ given: `  ${'s'.repeat(32)}\n` })).toBe('s'.repeat(32))
})

test.each([
  [{ given: 'short' }, 'MASTER_SECRET is too short'],
  [{ given: ' '.repeat(40) }, 'MASTER_SECRET is too short'],
  [{ file: join(folder, 'absent.key') }, 'cannot be read'],
])('%j is refused in one sentence', (from, words) => {
  expect(() => readMasterSecret(from)).toThrow(MasterSecretRefused)
  expect(() => readMasterSecret(from)).toThrow(words)
})

test('the wrapping key depends on secret and salt', () => {
  const key = (secret: string, salt: string) => wrappingKey(secret, Buffer.from(salt)).export().toString('hex')
  expect(new Set([key('a', '1'), key('b', '1'), key('a', '2')]).size).toBe(3)
})
