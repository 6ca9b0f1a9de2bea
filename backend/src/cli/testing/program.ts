import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../../../..')

/** The program as it is shipped, in a home and a folder of its own, so that a test never meets the machine's secrets. */
export interface Place {
  readonly folder: string
  readonly home: string
  readonly env: Readonly<Record<string, string>>
  remove(): void
}

export const createPlace = (env: Readonly<Record<string, string>> = {}): Place => {
  const folder = mkdtempSync(join(tmpdir(), 'goodfaith-program-'))
  const home = join(folder, 'home')
  return {
    folder,
    home,
    env: {
      HOME: home,
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      DEMO_PORT: '0',
      ...env,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const collect = (child: ChildProcess) => {
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = new Promise<Ended>((resolveEnded) => {
    child.once('close', (code) => {
      resolveEnded({ code, ...said })
    })
  })
  return { said, ended }
}

const start = ({ env }: Pick<Place, 'env'>, file: string, words: readonly string[]) => {
  const child = spawn(process.execPath, [join(root, 'bin', file), ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  return { child, ...collect(child) }
}

/** `npx goodfaith <words>`, to its end. */
export const goodfaith = (place: Pick<Place, 'env'>, ...words: readonly string[]): Promise<Ended> =>
  start(place, 'goodfaith.mjs', words).ended

export interface RunningProgram {
  /** All that was printed until it was ready. */
  readonly said: { readonly out: string; readonly err: string }
  readonly url: string
  /** Sends SIGTERM, or something harder, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

/** Starts a server and waits until it says its address; an end before that is an error with what was said. */
const running = async ({ child, said, ended }: ReturnType<typeof start>, address: RegExp): Promise<RunningProgram> => {
  const url = await new Promise<string>((resolveUrl, reject) => {
    child.stdout.on('data', () => {
      const [, found] = address.exec(said.out) ?? []
      if (found !== undefined) resolveUrl(found)
    })
    void ended.then(({ code, out, err }) => {
      reject(new Error(`ended with ${code}\n${out}\n${err}`))
    })
  })
  return {
    said,
    url,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

export const serveProgram = (place: Pick<Place, 'env'>, ...words: readonly string[]): Promise<RunningProgram> =>
  running(start(place, 'goodfaith.mjs', ['serve', ...words]), /listens on (\S+)\n/)

/** `npm start`, with everything built before. */
export const startProgram = (place: Pick<Place, 'env'>): Promise<RunningProgram> =>
  running(start(place, 'start.mjs', []), /Dashboard\s+(\S+)[\s\S]*Ctrl\+C/)
