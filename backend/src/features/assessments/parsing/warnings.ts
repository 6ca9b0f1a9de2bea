import type { Warning } from '#contract/assessment.ts'

/** Stable: callers test for them. */
export type WarningCode = 'INPUT_INVALID' | 'INPUT_UNKNOWN' | 'INPUT_TIME_OFF' | 'INPUT_MORE'

/** So that a body of nothing but unknown fields does not come back as large as it was. */
const atMost = 50
const longestPointer = 200

export type PointerPath = readonly (string | number)[]

/** As programmers name fields: words in any of the usual spellings, with at most two digits in a row but for our own `_sha256`. */
const harmlessName = /^(?!.*\d{3})[A-Za-z_$][\w$-]{0,39}$/
const ourSuffix = /_sha256$/
/** Stands for a name that might be somebody's address or number: a warning is kept and shown. */
export const withheldName = '*'

const named = (step: string | number): string =>
  typeof step === 'number' || harmlessName.test(step.replace(ourSuffix, '')) ? String(step) : withheldName

/** RFC 6901, cut short: keys are the caller's, so that those of no known shape are withheld. */
export const pointerOf = (path: PointerPath): string =>
  path
    .map((step) => `/${named(step)}`)
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
