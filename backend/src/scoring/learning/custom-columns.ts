import type { EvidenceValue } from '../evidence.ts'
import { columnBin, customFeature, type Feature } from './features.ts'
import { isNumberedByTime } from './numbered-by-time.ts'
import { binCount } from './tables.ts'

/** A store may send fifty fields; what it does not vary or uses as a name drops out by itself. */
const mostCustom = 120

/** A number that counts orders up tells the date, and the date tells whether an outcome is known. */
const runsWithTime = (values: ReadonlyMap<number, EvidenceValue>, times: Float64Array): boolean => {
  const known = [...values].filter(([, value]) => typeof value === 'number')
  if (known.length < values.size) return false
  const ordered = known.sort(([a], [b]) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
  return isNumberedByTime(
    Float64Array.from(ordered, ([row]) => times[row] ?? 0),
    Float64Array.from(ordered, ([, value]) => Number(value)),
  )
}

/** Columns of custom inputs, whose bins are found once all of their values are known. */
export const createCustomColumns = (isInput: (name: string) => boolean) => {
  const custom = new Map<string, Map<number, EvidenceValue>>()
  return {
    take(row: number, inputs: Readonly<Record<string, number | boolean | string>>): void {
      for (const [name, value] of Object.entries(inputs)) {
        if (!isInput(name)) continue
        const column = custom.get(name)
        if (column) column.set(row, value)
        else if (custom.size < mostCustom) custom.set(name, new Map([[row, value]]))
      }
    },
    build(times: Float64Array): { features: Feature[]; columns: Uint8Array[] } {
      const made: { features: Feature[]; columns: Uint8Array[] } = { features: [], columns: [] }
      for (const [name, values] of [...custom].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const feature = customFeature(name, [...values.values()])
        if (!feature || runsWithTime(values, times)) continue
        const column = new Uint8Array(times.length).fill(binCount(feature))
        for (const [row, value] of values) column[row] = columnBin(feature, value)
        made.features.push(feature)
        made.columns.push(column)
      }
      return made
    },
  }
}
