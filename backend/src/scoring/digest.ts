import { hash } from 'node:crypto'
import type { Warning } from '#contract/assessment.ts'
import type { Judgement } from './judge.ts'

/** What the digest covers. Stored with the verdict, compared on replay. */
export type Decided = Pick<Judgement, 'trust_score' | 'sum' | 'risk_level' | 'decision' | 'reasons'> & {
  readonly warnings: readonly Warning[]
}

export function decidedOf(judgement: Omit<Decided, 'warnings'>, warnings: readonly Warning[]): Decided {
  const { trust_score, sum, risk_level, decision, reasons } = judgement
  return { trust_score, sum, risk_level, decision, reasons, warnings: warnings.map(wellFormed) }
}

/** A warning quotes the caller's field names, which may hold half a character; canonical JSON may not. */
function wellFormed({ code, pointer, detail }: Warning): Warning {
  return { code, pointer: whole(pointer), ...(detail === undefined ? {} : { detail: whole(detail) }) }
}

const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD')

/** The usual verdict, written at once: members stand in canonical order, and JSON.stringify does the rest. */
export const decidedText = ({ trust_score, sum, risk_level, decision, reasons, warnings }: Decided): string =>
  JSON.stringify({
    decision,
    reasons: reasons.map(({ code, points, scope, sentiment, text, value, without }) => {
      return { code, points, scope, sentiment, text, value, without }
    }),
    risk_level,
    sum,
    trust_score,
    warnings: warnings.map(({ code, detail, pointer }) => ({ code, detail, pointer })),
  })

/** SHA-256, lower-case hex, of the canonical JSON of what was decided. */
export const digest = (decided: Decided): string => hash('sha256', decidedText(decided), 'hex')
