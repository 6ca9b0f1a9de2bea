import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const stopWithinMs = 10_000

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', resolve)
  })

const stopper = (child, folder) => async () => {
  process.off('exit', child.killNow)
  child.kill('SIGTERM')
  const harder = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
  await ended(child)
  clearTimeout(harder)
  await rm(folder, { recursive: true, force: true })
}

/**
 * Starts a server on a free port of this machine with a folder of its own, and waits until `ready(port)` resolves.
 * Nothing of it outlives stop() or this process.
 */
export const spawnServer = async (path, argsFor, ready) => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-server-'))
  const port = await freePort()
  const child = spawn(path, argsFor({ port, folder }), { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const take = (chunk) => (output = `${output}${chunk}`.slice(-2_000))
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  child.killNow = () => child.kill('SIGKILL')
  process.once('exit', child.killNow)
  const stop = stopper(child, folder)

  const failed = new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`it ended at once with ${code}: ${output.trim().split('\n').at(-1)}`)),
    )
  })
  failed.catch(() => undefined) // its end after a good start is no news
  try {
    await Promise.race([ready(port), failed])
  } catch (error) {
    await stop()
    throw error
  }
  return { port, stop }
}
