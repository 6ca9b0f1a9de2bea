import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Stage } from './load.ts'

/** Built below the repository, so that it finds its packages. */
export const buildChild = async (name: string): Promise<string> => {
  const outfile = join(process.cwd(), '.cache', 'crash', `${name}.mjs`)
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  return outfile
}

/** Long enough to be anywhere: starting, migrating, between two batches, in the midst of a commit. */
const longestLifeMs = 250

const isStage = (word: string | undefined): word is Stage => word === 'received' || word === 'scored'

const readAcknowledged = (output: string): ReadonlyMap<Stage, readonly string[]> => {
  const acknowledged = new Map<Stage, string[]>([
    ['received', []],
    ['scored', []],
  ])
  // The last line may be cut off by the kill.
  for (const line of output.split('\n').slice(0, -1)) {
    const [stage, id] = line.split(' ')
    if (isStage(stage) && id !== undefined) acknowledged.get(stage)?.push(id)
  }
  return acknowledged
}

/**
 * Kills the child at a random instant: most rounds count from its first acknowledgement, every fifth from its start.
 * Answers what it had acknowledged by then.
 */
export const runAndKill = (
  script: string,
  place: string,
  round: number,
): Promise<ReadonlyMap<Stage, readonly string[]>> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, place, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let complaints = ''
    let doomed = false
    const doom = () => {
      if (doomed) return
      doomed = true
      setTimeout(() => child.kill('SIGKILL'), Math.random() * longestLifeMs)
    }
    if (round % 5 === 0) doom()
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      doom()
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text
    })
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(readAcknowledged(output))
      else reject(new Error(`The child ended by itself: ${complaints}`))
    })
  })
