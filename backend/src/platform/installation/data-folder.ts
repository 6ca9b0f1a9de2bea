import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { types } from 'node:util'
import { InstallationRefused } from './refusal.ts'

const codeOf = (error: unknown): string =>
  types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Step by step: node's own recursive mkdir never returns where the system answers ENOENT, as under /proc. */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Rights alone do not tell: the superuser has them all, also where nothing can be written. */
const proveWritable = (folder: string): void => {
  readdirSync(folder)
  const probe = join(folder, `.write-probe-${process.pid}`)
  writeFileSync(probe, '')
  rmSync(probe)
}

/** Made for its owner alone when missing. Throws when nothing could be kept in it. */
export const prepareDataFolder = (folder: string): void => {
  try {
    makeFolder(folder)
    proveWritable(folder)
  } catch (cause) {
    const why = ['EEXIST', 'ENOTDIR'].includes(codeOf(cause)) ? 'is not a folder' : 'cannot be written'
    throw new InstallationRefused(
      `The data folder ${folder} ${why}: give this user the right to it, or choose another with DATA_DIR.`,
      { cause },
    )
  }
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Tells installations of one machine apart; names the file of a master secret that was made here. No secret itself. */
const idFile = 'installation-id'
const shape = /^[0-9a-f]{16}$/

export const readInstallationId = (folder: string): string | undefined => {
  let text: string
  try {
    text = readFileSync(join(folder, idFile), 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw new InstallationRefused(`The file ${join(folder, idFile)} cannot be read.`, { cause: error })
  }
  if (!shape.test(text))
    throw new InstallationRefused(`The file ${join(folder, idFile)} does not hold an installation id.`)
  return text
}

export const createInstallationId = (): string => randomBytes(8).toString('hex')

export const writeInstallationId = (folder: string, id: string): void => {
  writeFileSync(join(folder, idFile), `${id}\n`, { flag: 'wx', mode: 0o600 })
}
