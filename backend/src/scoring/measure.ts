import type { Context } from './context.ts'
import type { Evidence, EvidenceValue } from './evidence.ts'
import { createPast, type Past } from './past.ts'
import { registry } from './registry.ts'

/** In registry order; null is missing. */
export type EvidenceValues = readonly EvidenceValue[]

export interface Measured {
  readonly values: EvidenceValues
  /** Names of evidences whose reading failed; they count as missing. */
  readonly failed: readonly string[]
}

/** Reads every evidence once. This alone catches, rounds and orders; an evidence knows no other. */
export function measure(context: Context): Measured {
  const failed: string[] = []
  const past = createPast(context)
  const values = registry.map((evidence) => readSafely(evidence, context, past, failed))
  return { values, failed }
}

export function readSafely(evidence: Evidence, context: Context, past: Past, failed: string[]): EvidenceValue {
  try {
    return storable(evidence.read(context, past))
  } catch {
    failed.push(evidence.name)
    return null
  }
}

/** Floats are rounded to 6 places before use, so that storing and reading back cannot change a verdict. */
function storable(value: EvidenceValue): EvidenceValue {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null
}
