#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/backend/goodfaith.mjs', import.meta.url)

if (existsSync(program)) {
  await import(program.href)
} else {
  process.stderr.write('Goodfaith is not built yet: run "npm run build" first, or "npm start".\n')
  process.exitCode = 1
}
