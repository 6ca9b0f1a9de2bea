import type { Direction, Evidence, EvidenceValue } from '../evidence.ts'
import { edgesOf } from '../edges.ts'
import { pointsOf } from '../points.ts'
import { binCount, binOf, type ScoreTable } from './tables.ts'

/** One column of a training set: an evidence, or a custom input of one store. */
export interface Feature {
  readonly name: string
  readonly custom: boolean
  readonly edges: readonly number[]
  readonly categories: readonly string[] | null
  /** Whether neighbouring bins are alike: numbers. */
  readonly ordered: boolean
  readonly direction: Direction
  /** Expert points per bin; constant within each, since edges of the expert points are edges of the bins. */
  readonly prior: readonly number[]
  /** Worth its expert points, whatever the labels say. */
  readonly fixed?: true
}

const binsOf = (evidence: Evidence): Pick<Feature, 'edges' | 'categories' | 'ordered'> => {
  switch (evidence.type) {
    case 'number':
      return { edges: edgesOf(evidence), categories: null, ordered: true }
    case 'flag':
      return { edges: [], categories: ['false', 'true'], ordered: false }
    case 'choice':
      return { edges: [], categories: Object.keys(evidence.points), ordered: false }
  }
}

/** A value that lies in the bin, as the evidence would have stored it. */
const valueIn = (evidence: Evidence, { edges, categories }: Pick<Feature, 'edges' | 'categories'>, bin: number) => {
  if (!categories) return bin === 0 ? -1 : (edges[bin - 1] ?? 0)
  const name = categories[bin]
  return evidence.type === 'flag' ? name === 'true' : (name ?? null)
}

/** Rates and velocity, by family: activity of an identifier, and what became of its orders. */
const heldFamilies = /-activity$|outcomes$|^(?:attempts|declines|refusals|payment-refused|returns)$/

/**
 * Only rates and velocity are held to their direction (docs/adr/0021-what-stays-monotone.md). How long something is known,
 * what is usual in a store and a plain yes or no may turn out another way here than experts think.
 */
const learnedDirection = (evidence: Evidence): Direction =>
  evidence.type === 'number' && evidence.unit !== 'days' && heldFamilies.test(evidence.family)
    ? evidence.direction
    : 'none'

export function featureOf(evidence: Evidence): Feature {
  const bins = binsOf(evidence)
  const prior = Array.from({ length: binCount(bins) }, (_, bin) => {
    const isRest = bins.categories !== null && bin >= bins.categories.length
    return isRest ? 0 : pointsOf(evidence, valueIn(evidence, bins, bin))
  })
  // What one other store can move is capped (network-signal.ts); a learned table would lift the cap.
  const fixed = evidence.scope === 'network' && ({ fixed: true } as const)
  return { name: evidence.name, custom: false, ...bins, direction: learnedDirection(evidence), prior, ...fixed }
}

/** More bins than this would be learned from too few orders each; also what fits a byte beside the missing bin. */
const mostCategories = 32
const quantileBins = 20
/** A price or count that is this frequent gets a bin of its own. */
const frequentShare = 0.02

/**
 * Bins of a custom input, found by the values seen: numbers by quantiles with own bins for frequent ones, everything else
 * by frequency with one bin for the rest. Null when it never varies, or when it names things: an id seen once teaches nothing.
 */
export function customFeature(name: string, values: readonly EvidenceValue[]): Feature | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  // Where a field holds both, the more frequent kind is binned, and the other counts as missing.
  const numbers = known.filter((value) => typeof value === 'number' && Number.isFinite(value))
  const others = known.filter((value) => typeof value !== 'number')
  const shape = numbers.length >= others.length ? numericBins(numbers) : categoryBins(others)
  if (!shape) return null
  return { name, custom: true, ...shape, direction: 'none', prior: new Array<number>(binCount(shape)).fill(0) }
}

function numericBins(known: readonly EvidenceValue[]): Pick<Feature, 'edges' | 'categories' | 'ordered'> | null {
  const sorted = Float64Array.from(known.filter((value) => typeof value === 'number')).sort()
  const edges = new Set<number>()
  for (let bin = 1; bin < quantileBins; bin++) edges.add(sorted[Math.floor((bin * sorted.length) / quantileBins)] ?? 0)
  for (const value of frequentIn(sorted)) edges.add(value)
  edges.delete(sorted[0] ?? 0)
  return edges.size === 0 ? null : { edges: [...edges].sort((a, b) => a - b), categories: null, ordered: true }
}

/** Each frequent value, and the next above it: together they fence its own bin. */
function frequentIn(sorted: Float64Array): number[] {
  const fences: { readonly value: number; readonly next: number; readonly count: number }[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1
    const next = sorted[to]
    if (to - from >= frequentShare * sorted.length && next !== undefined) {
      fences.push({ value: sorted[from] ?? 0, next, count: to - from })
    }
    from = to
  }
  return fences
    .sort((a, b) => b.count - a.count || a.value - b.value)
    .slice(0, 6)
    .flatMap(({ value, next }) => [value, next])
}

function categoryBins(known: readonly EvidenceValue[]): Pick<Feature, 'edges' | 'categories' | 'ordered'> | null {
  const counts = new Map<string, number>()
  for (const value of known) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  const seen = [...counts].filter(([, count]) => count >= 5).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  // Mostly values that were seen once or twice: ids. What they say is for profiles, not for bins.
  const covered = seen.slice(0, mostCategories).reduce((total, [, count]) => total + count, 0)
  if (counts.size < 2 || covered < 0.2 * known.length) return null
  return { edges: [], categories: seen.slice(0, mostCategories).map(([value]) => value), ordered: false }
}

/** The bin of each value in a column; the last bin is for missing. */
export const columnBin = (feature: Feature, value: EvidenceValue | undefined): number => {
  const bin = binOf(feature, value)
  return bin === -1 ? binCount(feature) : bin
}

/** What a table, perhaps of other edges, adds in each bin of a feature; missing last. */
export function correctionsOn(feature: Feature, table: ScoreTable | undefined): Float64Array {
  const bins = binCount(feature)
  const corrections = new Float64Array(bins + 1)
  if (!table) return corrections
  for (let bin = 0; bin < bins; bin++) corrections[bin] = table.corrections[binIn(table, feature, bin)] ?? 0
  corrections[bins] = table.missing
  return corrections
}

function binIn(table: ScoreTable, { edges, categories }: Feature, bin: number): number {
  if (!table.categories) return bin === 0 ? 0 : Math.max(0, binOf(table, edges[bin - 1] ?? 0))
  const name = categories?.[bin]
  return name === undefined ? table.categories.length : binOf(table, name)
}
