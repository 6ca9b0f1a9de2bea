import { readFile } from 'node:fs/promises'

const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-3.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
])

/** Weak copyleft is fine in a tool that is used unchanged and never shipped. */
const fineForTools = new Set(['MPL-2.0', 'Artistic-2.0'])

/** Manifests that name no SPDX licence, and what was read in the licence file instead. */
const readByHand = {
  '@ip-location-db/asn': 'CC-BY-4.0 (DB-IP, RouteViews), credited in docs/third-party.md',
}

const allowed = (licence) => {
  if (permissive.has(licence)) return true
  const inner = licence.replace(/^\(|\)$/g, '')
  if (inner.includes(' OR ')) return inner.split(' OR ').some(allowed)
  if (inner.includes(' AND ')) return inner.split(' AND ').every(allowed)
  return permissive.has(inner)
}

export const licences = async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const problems = []
  for (const [path, entry] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1)
    if (!path.includes('node_modules/') || entry.link || Object.hasOwn(readByHand, name)) continue
    const fine = entry.license && (allowed(entry.license) || (entry.dev && fineForTools.has(entry.license)))
    if (!fine) problems.push(`${name}: ${entry.license ?? 'no licence named'}`)
  }
  return { ok: problems.length === 0, output: problems.join('\n') }
}
