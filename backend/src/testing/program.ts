import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(__dirname, '../../..')

/** Built with failpoints, so that it can be killed between any two steps; never what is installed. */
export const crashableProgram = resolve(root, '.cache/failpoints/goodfaith.mjs')

type Environment = Readonly<Record<string, string>>

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

const run = (file: string, words: readonly string[], env: Environment) => {
  const child = spawn(process.execPath, [file, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = new Promise<Ended>((resolveEnded) => {
    child.once('close', (code, signal) => {
      resolveEnded({ code, signal, ...said })
    })
  })
  return { child, said, ended }
}

/** The backend alone: a second or two. */
export const buildCrashable = async (): Promise<void> => {
  const words = ['-c', '--silent', '--configRoom', 'backend']
  const { ended } = run(resolve(root, 'node_modules/rollup/dist/bin/rollup'), words, { GOODFAITH_BUILD: 'failpoints' })
  const { code, err } = await ended
  if (code !== 0) throw new Error(err)
}

/** Runs a command to its end and reads what it answered. */
export const runCommand = async (program: string, words: readonly string[], env: Environment): Promise<unknown> => {
  const { code, out, err } = await run(program, [...words, '--json'], env).ended
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

export interface RunningProgram {
  readonly url: string
  /** By which signal it ended, or with which code. */
  readonly ended: Promise<NodeJS.Signals | number | null>
  stop(): Promise<void>
}

const addressOf = (child: ChildProcess, said: { readonly out: string }, ended: Promise<Ended>): Promise<string> =>
  new Promise((resolveUrl, reject) => {
    child.stdout?.on('data', () => {
      const [, url] = /listens on (\S+)\n/.exec(said.out) ?? []
      if (url !== undefined) resolveUrl(url)
    })
    void ended.then(({ code, out, err }) => {
      reject(new Error(`ended with ${String(code)}\n${out}\n${err}`))
    })
  })

/** A server on a port of its own, until it is stopped or kills itself at its failpoint. */
export const startProgram = async (program: string, env: Environment): Promise<RunningProgram> => {
  const { child, said, ended } = run(program, ['serve'], { PORT: '0', ...env })
  const url = await addressOf(child, said, ended)
  return {
    url,
    ended: ended.then(({ code, signal }) => signal ?? code),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
