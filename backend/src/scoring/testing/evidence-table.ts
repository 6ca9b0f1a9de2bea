import type { Evidence, EvidenceValue } from '../evidence.ts'
import { pointsOf, sentenceOf } from '../points.ts'
import { contextOf, read, type Parts } from './contexts.ts'

type Row = readonly [when: string, context: Parts, value: EvidenceValue, points?: number, text?: string]

/** One row per case: what is read, what it is worth, and how it is said. A missing value is worth nothing. */
export function tableOf(evidence: Evidence | undefined, rows: readonly Row[]): void {
  if (!evidence) throw new Error('There is no such evidence.')
  describe(evidence.name, () => {
    test.each(rows.map((row) => ({ row, when: row[0] })))('$when', ({ row: [, context, value, points = 0, text] }) => {
      expect(read(evidence, contextOf(context))).toBe(value)
      expect(pointsOf(evidence, value)).toBe(points)
      if (text !== undefined) expect(sentenceOf(evidence, value)).toBe(text)
    })
  })
}
