import type { ModelLevel, ModelRow, ModelState } from '#contract/console.ts'

export const levelName: Record<ModelLevel, string> = {
  scorecard: 'expert scorecard',
  network: 'network tables',
  store: 'your corrections',
  calibrated: 'your corrections, calibrated',
}
export const stateName: Record<ModelState, string> = {
  champion: 'decides',
  challenger: 'in shadow',
  former: 'decided before',
  retired: 'never decided',
}
export const gateWord = { passed: 'passed', failed: 'not passed', waiting: 'waits' } as const

export const versionName = ({ number }: Pick<ModelRow, 'number'>): string => `Version ${number}`
export const formatMeasure = (value: number | null, digits = 3): string =>
  value === null ? 'too few' : value.toFixed(digits)
