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
  [{ SMTP_URL: 'http://mail.example' }, /SMTP_URL: starts with smtp/],
  [{ MAIL_FROM: 'nobody' }, /MAIL_FROM: is an address/],
  [{ MAIL_FROM: 'A\r\nBcc: b@c.example <a@b.example>' }, /MAIL_FROM: is an address/],
  [{ COOKIE_DOMAIN: 'shop.example; Path=/' }, /COOKIE_DOMAIN: is a domain/],
  [{ COOKIE_DOMAIN: '.shop.example' }, /COOKIE_DOMAIN: is a domain/],
  [{ ANCHOR_MAIL: 'nobody' }, /ANCHOR_MAIL: is a mail address/],
  [{ ANCHOR_SYSLOG: 'http://logs.example:514' }, /ANCHOR_SYSLOG: is udp:/],
  [{ ANCHOR_SYSLOG: 'udp://logs.example:70000' }, /ANCHOR_SYSLOG: is udp:/],
  [{ SIGN_UP: 'maybe' }, /SIGN_UP: is open or closed/],
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

test.each([
  [{}, 'http://127.0.0.1:4000', 'Goodfaith <no-reply@goodfaith.invalid>'],
  [
    { PUBLIC_URL: 'https://trust.shop.example/' },
    'https://trust.shop.example',
    'Goodfaith <no-reply@trust.shop.example>',
  ],
  [{ MAIL_FROM: 'trust@shop.example', HOST: '::1', PORT: '80' }, 'http://[::1]:80', 'trust@shop.example'],
])('%j says where links lead and who writes', (env, linkBase, mailFrom) => {
  expect(readConfig(env)).toMatchObject({ linkBase, mailFrom })
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
