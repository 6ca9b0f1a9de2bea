#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** What is built from what. A file that is older than any of its sources is built again. */
const rooms = [
  { room: 'collector', built: 'dist/collector/gf.js', sources: ['collector', 'contract'] },
  { room: 'backend', built: 'dist/backend/goodfaith.mjs', sources: ['backend', 'contract'] },
  { room: 'dashboard', built: 'dist/dashboard/index.html', sources: ['dashboard', 'contract'] },
  { room: 'sdk', built: 'dist/sdk/index.mjs', sources: ['sdk', 'contract'] },
  { room: 'demo', built: 'dist/demo/shop.mjs', sources: ['demo', 'sdk', 'contract', 'bench/simulator'] },
]

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** When the newest file below a folder was changed; tests do not count. */
const newestBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => !/\.test\.tsx?$/.test(name))
        .reduce((newest, name) => Math.max(newest, changedAt(resolve(folder, name))), 0)
    : 0

/** An installed package has no sources: what was shipped is what runs. */
const isStale = ({ built, sources }) => {
  const newest = Math.max(...sources.map((source) => newestBelow(resolve(root, source))))
  return newest > 0 && changedAt(resolve(root, built)) < newest
}

const build = (stale) => {
  const names = stale.map(({ room }) => room).join(',')
  process.stderr.write(`Building ${names.replaceAll(',', ', ')} ...\n`)
  const rollup = resolve(root, 'node_modules/rollup/dist/bin/rollup')
  const { status } = spawnSync(process.execPath, [rollup, '-c', '--silent', '--configRoom', names], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status === 0) return true
  process.stderr.write('The build failed; what it said stands above. "npm install" brings missing packages.\n')
  return false
}

const stale = rooms.filter((room) => existsSync(resolve(root, room.room, 'rollup.mjs'))).filter(isStale)

if (stale.length === 0 || build(stale)) {
  process.argv.splice(2, 0, 'start')
  await import(new URL('../dist/backend/goodfaith.mjs', import.meta.url).href)
} else {
  process.exitCode = 1
}
