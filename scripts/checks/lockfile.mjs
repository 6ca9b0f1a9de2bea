import { readFile } from 'node:fs/promises'

const exact = /^\d+\.\d+\.\d+[-\w.]*$/

/** Exact versions, one lockfile, no download addresses in it: what was reviewed is what is installed, from anybody's registry. */
export const lockfile = async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8'))
  const lock = await readFile('package-lock.json', 'utf8')
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !exact.test(version),
  )
  const problems = [
    ...ranges.map(([name, version]) => `${name} is pinned to "${version}": write one exact version`),
    ...(lock.includes('"resolved"')
      ? ['package-lock.json holds download addresses: keep omit-lockfile-registry-resolved']
      : []),
  ]
  return { ok: problems.length === 0, output: problems.join('\n') }
}
