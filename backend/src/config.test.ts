import { ConfigError, printable, readConfig } from './config.ts'

test('with nothing set, everything has its documented default', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    port: 4000,
    host: '127.0.0.1',
    demoPort: 4001,
    trustProxyHops: 0,
    rateLimitScale: 1,
    roles: ['edge', 'api', 'console', 'worker', 'model'],
    tls: null,
    databaseUrl: expect.stringMatching(/^sqlite:.*goodfaith\.db$/) as string,
  })
})

test.each([
  [{ PORT: 'x' }, /PORT/],
  [{ PORT: '70000' }, /PORT/],
  [{ DATABASE_URL: 'postgres://x' }, /DATABASE_URL: starts with sqlite: or mongodb/],
  [{ REDIS_URL: 'http://x' }, /REDIS_URL/],
  [{ ROLES: 'api,chef' }, /ROLES.*knows edge, api, console, worker/],
  [{ TLS_CERT_FILE: 'a.pem' }, /belong together/],
  [{ TRUST_PROXY_HOPS: '-1' }, /TRUST_PROXY_HOPS/],
  [{ NODE_ENV: 'production' }, /MASTER_SECRET/],
  [{ NODE_ENV: 'production', MASTER_SECRET: 'm'.repeat(43), RATE_LIMIT_SCALE: '0' }, /refused in production/],
  [
    { MASTER_SECRET: 's'.repeat(31) },
    /^The configuration cannot be used: MASTER_SECRET: is too short: it needs at least 32/,
  ],
  [{ MASTER_SECRET: ` ${'s'.repeat(31)} ` }, /MASTER_SECRET: is too short/],
])('%j is refused with one sentence', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(ConfigError)
  expect(() => readConfig(env)).toThrow(sentence)
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', REDIS_URL: '' })).toMatchObject({ port: 4000, redisUrl: undefined })
})

test('what is printed opens nothing', () => {
  const password = 'marker-password'
  const config = readConfig({
    MASTER_SECRET: 'marker-master-'.repeat(4),
    METRICS_TOKEN: 'marker-metrics-token',
    DATABASE_URL: `mongodb://user:${password}@db.example/goodfaith`,
    REDIS_URL: 'redis://:marker-redis@cache.example',
    SMTP_URL: 'smtp://user:marker-mail@mail.example',
  })
  expect(JSON.stringify(printable(config))).not.toContain('marker')
})
