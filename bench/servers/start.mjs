import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Starts a program and waits for the first line that holds an address; it is ours to stop. */
export const startServer = (command, args, { env = {}, address = /(https?:\/\/[\w.:[\]]+)/ } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (chunk) => (said += chunk))
    child.once('exit', (code) => reject(new Error(`${args.at(-1)} ended with ${code}\n${said}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`
      const [, url] = address.exec(line) ?? []
      if (url) resolve({ url, pid: child.pid, stop: () => stopChild(child) })
    })
  })

const stopChild = (child) =>
  new Promise((resolve) => {
    child.removeAllListeners('exit').once('exit', resolve)
    child.kill('SIGTERM')
  })
