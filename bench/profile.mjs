import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const placeOf = ({ url, functionName }) => {
  if (functionName === '(idle)' || functionName === '(program)') return undefined
  if (functionName === '(garbage collector)') return 'garbage collector'
  const [scope, name] = url.split('node_modules/').at(-1).split('/')
  if (url.includes('node_modules/')) return scope.startsWith('@') ? `${scope}/${name}` : scope
  if (url.startsWith('node:') || url === '')
    return `node ${url.replace('node:', '').replace('internal/', '').split('/')[0] || 'native'}`
  return 'goodfaith'
}

const byShare = (totals, sum, most) =>
  [...totals]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, ticks]) => ({ name, share: ticks / sum }))

/** Self time by package, and by function inside our own program. */
export const readProfile = async (folder) => {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'))
  const { nodes, samples } = JSON.parse(await readFile(join(folder, file), 'utf8'))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const places = new Map()
  const functions = new Map()
  let sum = 0
  for (const sample of samples) {
    const frame = frames.get(sample)
    const place = placeOf(frame)
    if (!place) continue
    sum += 1
    places.set(place, (places.get(place) ?? 0) + 1)
    const name = `${frame.functionName || '(anonymous)'} (${place})`
    functions.set(name, (functions.get(name) ?? 0) + 1)
  }
  return { places: byShare(places, sum, 12), functions: byShare(functions, sum, 25) }
}
