import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '..')

/** What opens a connection, or starts a program. */
const opens = [
  /(?:^|[=(!:]|await|return)\s*fetch\(/m,
  /\b(?:request|get|connect|createConnection)\b[^\n]*from 'node:(?:http|https|http2|net|tls|dgram)'/,
  /from 'node:(?:child_process|dgram|dns)[/']/,
  /from '(?:undici|nodemailer|ioredis)'/,
  /\bnew (?:WebSocket|EventSource|MongoClient)\b/,
  /\bnew \w+\.MongoClient\b/,
]

/** To where, each: an address that the configuration names, never one that came with a request or lies in the database. */
const known: Readonly<Record<string, string>> = {
  'platform/mail/smtp.ts': 'SMTP_URL',
  'platform/ephemeral/redis.ts': 'REDIS_URL',
  'platform/documents/mongodb/connect.ts': 'DATABASE_URL',
  'features/models/ask-model.ts': 'MODEL_URL',
  'features/audit/chain/syslog.ts': 'ANCHOR_SYSLOG',
  'cli/doctor/services.ts': 'this very program, asked by its operator',
  'cli/demo-shop.ts': 'starts the small shop of the first start',
}

const isProgram = (name: string): boolean =>
  name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(?:^|\/)testing\//.test(name)

test('the program asks nobody whom its configuration does not name', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  const found = files.filter(isProgram).filter((name) => {
    const text = readFileSync(join(root, name), 'utf8')
    // A function of its own that happens to be called fetch asks nobody.
    const isOwn = /\b(?:const|function) fetch\b/.test(text)
    return opens.some((pattern) => pattern.test(isOwn ? text.replaceAll('fetch(', '') : text))
  })
  expect(found.sort()).toEqual(Object.keys(known).sort())
})
