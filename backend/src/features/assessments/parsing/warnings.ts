import type { Warning } from '#contract/assessment.ts'

/** Stable: callers test for them. */
export type WarningCode = 'INPUT_INVALID' | 'INPUT_UNKNOWN' | 'INPUT_TIME_OFF' | 'INPUT_MORE'

/** So that a body of nothing but unknown fields does not come back as large as it was. */
const atMost = 50
const longestPointer = 200

export type PointerPath = readonly (string | number)[]

/** RFC 6901, cut short: keys are the caller's, and may be as long as the body. */
export const pointerOf = (path: PointerPath): string =>
  path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .slice(0, longestPointer)

export interface Warnings {
  add(code: WarningCode, path: PointerPath, detail?: string): void
  list(): readonly Warning[]
}

export const createWarnings = (): Warnings => {
  const kept: Warning[] = []
  let more = 0
  return {
    add(code, path, detail) {
      if (kept.length >= atMost) more += 1
      else kept.push({ code, pointer: pointerOf(path), ...(detail === undefined ? {} : { detail }) })
    },
    list: () => (more === 0 ? kept : [...kept, { code: 'INPUT_MORE', pointer: '', detail: `${more} more` }]),
  }
}
