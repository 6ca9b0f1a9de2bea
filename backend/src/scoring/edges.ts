import type { NumberEvidence, Unit } from './evidence.ts'

/**
 * Fixed edges per kind of number, finer where most orders are. Quantiles of each store's own orders were worse by 0.01 AUC
 * on real orders: they move with every fit and cut through what means the same.
 */
const byUnit: Readonly<Record<Unit, readonly number[]>> = {
  count: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 60, 80, 120, 180, 256],
  days: [1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730, 1_095, 1_825],
  minutes: [
    1, 2, 3, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1_440, 2_880, 4_320, 7_200, 10_080, 20_160, 43_200, 86_400, 129_600,
    262_800, 525_600,
  ],
  seconds: [2, 4, 6, 8, 10, 12, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_800, 3_600],
  share: [
    0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95,
    0.97, 0.99, 0.999,
  ],
  ratio: [
    0.05, 0.1, 0.15, 0.2, 0.25, 0.33, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 7, 10, 15,
    20, 30, 50,
  ],
  bits: [
    -5, -4, -3, -2.5, -2, -1.5, -1, -0.7, -0.4, -0.2, 0, 0.2, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8,
  ],
}

/** Edges of the learned bins. Those of the expert points are among them, so that these are one number in each bin. */
export const edgesOf = (evidence: NumberEvidence): readonly number[] => {
  const own = evidence.points.map(([from]) => from)
  return [...new Set([...byUnit[evidence.unit], ...own])].sort((a, b) => a - b)
}
