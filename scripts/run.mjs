import { spawn } from 'node:child_process'

/** Runs a command, gathers what it prints and answers when it ends. Nothing is thrown for a failing command. */
export const run = (command, args, { env = {}, echo = false, cwd } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (chunk) => {
      output += chunk
      if (echo) process.stderr.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

/** A tool of node_modules/.bin, run by the node that runs us. */
export const tool = (name, args, options) => run('npx', ['--no-install', name, ...args], options)
