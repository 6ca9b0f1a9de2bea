import { z } from 'zod'
import { Decision, RiskLevel } from '#contract/assessment.ts'
import { PageQuery } from '#contract/list.ts'

/** `high,critical`: one or more of the words, separated by commas. */
const words = z
  .string()
  .max(100)
  .transform((text) => text.split(','))

const time = z.iso.datetime({ offset: true })

export const AssessmentQuery = PageQuery.extend({
  created_from: time.optional(),
  created_to: time.optional(),
  risk_level: words.pipe(z.array(RiskLevel)).optional(),
  decision: words.pipe(z.array(Decision)).optional(),
  order_id: z.string().max(120).optional(),
  session_id: z.string().max(80).optional(),
})
