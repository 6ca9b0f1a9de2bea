import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Config } from '../../config.ts'
import { ok, warn, type Finding } from './finding.ts'

/** What is read of the machine; undefined where there is nothing to read. */
export interface Machine {
  readonly platform: string
  read(path: string): string | undefined
  list(path: string): readonly string[]
  real(path: string): string | undefined
}

const quietly = <T>(look: () => T): T | undefined => {
  try {
    return look()
  } catch {
    return undefined
  }
}

const thisMachine: Machine = {
  platform: process.platform,
  read: (path) => quietly(() => readFileSync(path, 'utf8')),
  list: (path) => quietly(() => readdirSync(path)) ?? [],
  real: (path) => quietly(() => realpathSync(path)),
}

interface Mount {
  readonly device: string
  readonly folder: string
  readonly type: string
}

/** Blanks in names are written as octal numbers. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))

const mountsOf = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [device, folder, type] = line.split(' ').map(unescaped)
    return device === undefined || folder === undefined || type === undefined ? [] : [{ device, folder, type }]
  })

const holds = (folder: string, path: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`)

/** The deepest mount that holds it; of two on one folder the later one, which hides the other. */
const mountOf = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts
    .filter(({ folder }) => holds(folder, path))
    .reduce<Mount | undefined>(
      (best, mount) => (best && best.folder.length > mount.folder.length ? best : mount),
      undefined,
    )

/** A folder that is not there yet will lie where its parent does. */
const standing = (machine: Machine, path: string): string =>
  machine.real(path) ?? (dirname(path) === path ? path : standing(machine, dirname(path)))

/** Device mapper names its targets; a volume on top of an encrypted one is encrypted too (LVM on LUKS). */
const isEncryptedDevice = (machine: Machine, name: string, deepest = 8): boolean => {
  if (deepest === 0) return false
  if (machine.read(`/sys/class/block/${name}/dm/uuid`)?.startsWith('CRYPT-') === true) return true
  const below = machine.list(`/sys/class/block/${name}/slaves`)
  return below.length > 0 && below.every((slave) => isEncryptedDevice(machine, slave, deepest - 1))
}

const encryptingTypes = new Set(['ecryptfs', 'fuse.gocryptfs', 'fuse.cryfs', 'fuse.encfs'])

const name = 'encryption'
const fix =
  'Put the data folder on an encrypted volume (LUKS, or the encrypted disk of your host). Bodies are sealed without it; times, amounts and keyed hashes are not.'

/** Linux says what a volume is made of; elsewhere, and below a container or a virtual disk, nobody can tell from here. */
export const checkEncryption = ({ dataDir, databaseUrl }: Config, machine: Machine = thisMachine): Finding => {
  if (!databaseUrl.startsWith('sqlite:')) {
    return warn(
      name,
      'The data lies with MongoDB, whose volumes cannot be seen from here.',
      'Encrypt the volumes of its servers.',
    )
  }
  const mounts = machine.platform === 'linux' ? machine.read('/proc/mounts') : undefined
  const mount = mounts === undefined ? undefined : mountOf(mountsOf(mounts), standing(machine, dataDir))
  if (!mount) return warn(name, `Whether the volume of ${dataDir} is encrypted cannot be told on this system.`, fix)
  if (encryptingTypes.has(mount.type)) return ok(name, `${dataDir} lies on ${mount.type}.`)
  const device = machine.real(mount.device) ?? mount.device
  return isEncryptedDevice(machine, basename(device))
    ? ok(name, `${dataDir} lies on ${mount.device}, which is encrypted.`)
    : warn(name, `${dataDir} lies on ${mount.device} (${mount.type}), which does not say that it is encrypted.`, fix)
}
