import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve(import.meta.dirname, '../../bin/goodfaith.mjs')

export interface Program {
  readonly origin: string
  /** Where letters lie: there is no mail server here. */
  readonly mailFolder: string
  /** Runs a command beside the server and answers its JSON. */
  readonly command: <Answer>(...words: readonly string[]) => Promise<Answer>
  readonly close: () => Promise<void>
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((done) => child.once('exit', done))

const run = async (env: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> => {
  const child = spawn(process.execPath, [program, ...words, '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
  const code = await ended(child)
  if (code !== 0) throw new Error(`goodfaith ${words.join(' ')} ended with ${code}`)
  return text
}

/** The first line on stdout that is an object with an address is the server's word that it listens. */
const listening = (child: ChildProcess): Promise<string> =>
  new Promise((done, failed) => {
    let text = ''
    child.once('exit', (code) => failed(new Error(`The server ended with ${code}: ${text}`)))
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const url = /"url":\s*"([^"]+)"/.exec(text)?.[1]
      if (url) done(url)
    })
  })

/** The built program on an empty folder of its own, as `npx goodfaith serve` starts it. */
export const startProgram = async (more: NodeJS.ProcessEnv = {}): Promise<Program> => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-e2e-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: undefined,
    REDIS_URL: undefined,
    MASTER_SECRET: randomBytes(32).toString('base64'),
    PORT: '0',
    LOG_LEVEL: 'error',
    // Every worker of the suite comes from one address.
    RATE_LIMIT_SCALE: '0',
    ...more,
  }
  const child = spawn(process.execPath, [program, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const origin = await listening(child)
  return {
    origin,
    mailFolder: join(folder, 'data', 'mail'),
    command: async <Answer>(...words: readonly string[]) => JSON.parse(await run(env, words)) as Answer,
    close: async () => {
      const gone = ended(child)
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
