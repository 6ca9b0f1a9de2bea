import { existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { isFolder, prepareDataFolder } from '../../platform/installation/data-folder.ts'
import { fail, ok, warn, type Finding } from './finding.ts'

const oldestNode = [20, 19] as const

export const checkNode = (version: string): Finding => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
  return isOld
    ? fail('node', `node ${version} is too old.`, `Install node ${oldestNode.join('.')} or newer.`)
    : ok('node', `node ${version}`)
}

const isOpenToOthers = (path: string): boolean => (statSync(path).mode & 0o077) !== 0

export const checkDataFolder = ({ dataDir }: Config): Finding => {
  const name = 'data folder'
  if (!existsSync(dataDir)) return warn(name, `${dataDir} is not there yet.`, 'The first start makes it: npm start')
  prepareDataFolder(dataDir)
  return isOpenToOthers(dataDir)
    ? warn(name, `${dataDir} can be read by other users of this machine.`, `chmod 700 ${dataDir}`)
    : ok(name, `${dataDir} can be written, and only by this user.`)
}

const gibibyte = 1024 ** 3
/** About 400,000 orders; below it there is time to act, below the second there is not. */
const little = gibibyte
const tooLittle = gibibyte / 10

export const checkDisk = ({ dataDir }: Config): Finding => {
  const name = 'disk'
  const { bavail, bsize } = statfsSync(isFolder(dataDir) ? dataDir : '.')
  const free = bavail * bsize
  const detail = `${(free / gibibyte).toFixed(1)} GiB free for ${dataDir}.`
  const fix = 'Make room: a full disk refuses orders (503) rather than lose them.'
  if (free < tooLittle) return fail(name, detail, fix)
  return free < little ? warn(name, detail, fix) : ok(name, detail)
}

/** What `npm run build` leaves behind, and what each part is missed for. */
const built = [
  ['dist/collector/gf.js', 'the script for checkout pages'],
  ['dist/dashboard/index.html', 'the dashboard'],
] as const

export const checkBuild = (root: string): Finding => {
  const missing = built.filter(([file]) => !existsSync(join(root, file))).map(([, what]) => what)
  return missing.length === 0
    ? ok('build', 'Script and dashboard are built.')
    : fail('build', `Not built: ${missing.join(', ')}.`, 'npm run build')
}
