import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { run } from '../run.mjs'

const isProgram = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** The first of these programs on PATH, as a full path. */
export const onPath = async (...names) => {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  for (const path of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (await isProgram(path)) return path
  }
  return undefined
}

/** Installs a Debian package where that is ours to do: as root, with apt. Answers what stood in the way, or nothing. */
const install = async (debianPackage) => {
  if (process.getuid?.() !== 0) return 'not run as root, so nothing was installed'
  if (!(await onPath('apt-get'))) return 'this system has no apt-get'
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['install', '--yes', '--no-install-recommends', debianPackage]
  const first = await run('apt-get', packages, { env })
  if (first.code === 0) return undefined
  await run('apt-get', ['update'], { env })
  const second = await run('apt-get', packages, { env })
  if (second.code === 0) return undefined
  return `apt-get could not install ${debianPackage}: ${second.output.trim().split('\n').at(-1) ?? ''}`
}

/** { path } of a program that is there or could be installed, or { skipped } with the reason. */
export const findOrInstall = async (debianPackage, ...names) => {
  const found = await onPath(...names)
  if (found) return { path: found }
  const hindrance = await install(debianPackage)
  const installed = await onPath(...names)
  return installed
    ? { path: installed }
    : { skipped: `no ${names[0]} on PATH; ${hindrance ?? 'its package brought none'}` }
}

/** The first number with a dot in what `program --version` says. */
export const versionOf = async (path) => {
  const { output } = await run(path, ['--version'])
  return /\d+\.[\w.]+/.exec(output)?.[0] ?? 'unknown'
}
