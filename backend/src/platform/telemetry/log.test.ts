import { createLog, withoutSecrets } from './log.ts'

const logged = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = ''
  write(createLog({ level: 'info', to: { write: (line) => (text += line) } }))
  return text
}

test.each([
  `gfs_live_${'0123456789abcdefghijABCDEFGHIJ'.padEnd(49, '7')}`,
  'jo.doe@example.com',
  '4111 1111 1111 1111',
  'redis://user:hunter2@cache.example',
])('%s is cut out of whatever other code says', (secret) => {
  const text = logged((log) => {
    log.error({ err: new Error(`failed with ${secret}`, { cause: new Error(secret) }) }, 'failed')
  })
  const part = secret.includes('hunter2') ? 'hunter2' : secret
  expect(text).not.toContain(part)
  expect(withoutSecrets(`a ${secret} b`)).not.toContain(part)
})

test.each(['password', 'secret_key', 'signing_secret', 'cookie', 'authorization', 'email'])(
  '%s is redacted',
  (name) => {
    const text = logged((log) => {
      log.info({ [name]: 'marker', deep: { [name]: 'marker', deeper: { [name]: 'marker' } } }, 'said')
    })
    expect(text).not.toContain('marker')
  },
)

test.each(['\n', '\r\n', '\u2028', '\u001b[2K', '","level":60,"msg":"'])(
  'what somebody chose ends no line and begins none: %j',
  (between) => {
    const chosen = `jo${between}{"level":50,"msg":"forged"}`
    const text = logged((log) => {
      log.info({ path: chosen, err: new Error(chosen) }, chosen)
    })
    expect(text.trimEnd().split(/[\r\n]/)).toHaveLength(1)
    expect(text).not.toContain('\u001b')
    const line = JSON.parse(text) as { level: number; msg: string; path: string }
    expect(line).toMatchObject({ level: 30, msg: chosen, path: chosen })
  },
)
