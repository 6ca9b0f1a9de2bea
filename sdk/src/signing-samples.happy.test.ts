import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sign } from './sign.ts'
import { json, startScriptedServer } from './testing/scripted-server.ts'

const run = promisify(execFile)
const folder = join(__dirname, '../../docs/signing')
const secret = 'gfk_test_example_signing_secret'
const stamp = ['1795165200', '0123456789abcdef0123456789abcdef'] as const

const vectors = [
  [
    '/v1/assessments',
    '{"order":{"id":"1001","amount":12999,"currency":"EUR"}}',
    '2316d6d348afefbe3dab76c67cee5a179f0e8d9ad7833e1f61a706db0c41c83b',
  ],
  [
    '/v1/labels',
    '{"order_id":"1001","label":"fraud"}',
    '5190e9b298f7c0ad395760f7e0983bacec082cea000b8a4477e7c72890f1c70b',
  ],
] as const

/** `needs` says whether the machine has the language, with what the sample calls. */
const samples = [
  { language: 'PHP', command: 'php', file: 'sign.php', needs: ['php', '--version'] },
  { language: 'Python', command: 'python3', file: 'sign.py', needs: ['python3', '--version'] },
  { language: 'shell', command: 'sh', file: 'sign.sh', needs: ['sh', '-c', 'openssl version && curl --version'] },
]

const isHere = ([command = '', ...words]: readonly string[]): boolean => spawnSync(command, words).status === 0

describe.each(samples)('the $language sample', ({ language, command, file, needs }) => {
  const here = isHere(needs)
  const withLanguage = here ? test : test.skip
  const call = (words: readonly string[], env: Readonly<Record<string, string>>) =>
    run(command, [join(folder, file), ...words], { env: { ...process.env, GOODFAITH_SIGNING_SECRET: secret, ...env } })

  if (!here) test.skip(`is not run: this machine has no ${language} with what it needs`, () => undefined)

  withLanguage.each(vectors)('agrees with the vector of POST %s', async (target, body, signature) => {
    const { stdout } = await call(['--sign', 'POST', target, ...stamp, body], {})
    expect(stdout).toBe(`${signature}\n`)
  })

  withLanguage('signs the bytes it sends', async () => {
    const server = await startScriptedServer(json(200, { trust_score: 70 }))
    const body = '{"order":{"id":"Ünïcode \'quoted\" %s\\\\n","amount":1,"currency":"EUR"}}'
    const env = { GOODFAITH_URL: server.baseUrl, GOODFAITH_SECRET_KEY: 'gfs_test_example' }
    const { stdout } = await call([body], env).finally(server.stop)
    expect(JSON.parse(stdout)).toEqual({ trust_score: 70 })

    const [received] = server.received
    const header = (name: string): string => String(received?.headers[name])
    expect([received?.method, received?.url, received?.body]).toEqual(['POST', '/v1/assessments', body])
    expect(header('authorization')).toBe('Bearer gfs_test_example')
    expect(header('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    const [timestamp, nonce] = [header('x-timestamp'), header('x-nonce')]
    expect(header('x-signature')).toBe(
      sign(secret, { method: 'POST', target: '/v1/assessments', timestamp, nonce, body }),
    )
  })

  withLanguage('says how it is used', async () => {
    await expect(call([], {})).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('usage') })
  })
})
