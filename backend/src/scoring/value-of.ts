import type { EvidenceValue } from './evidence.ts'
import type { EvidenceValues } from './measure.ts'
import { registry } from './registry.ts'

const places = new Map(registry.map(({ name }, index) => [name, index]))

/** The stored value of an evidence by its name; null when it is missing or unknown to this engine. */
export const valueOf = (values: EvidenceValues, name: string): EvidenceValue => values[places.get(name) ?? -1] ?? null
