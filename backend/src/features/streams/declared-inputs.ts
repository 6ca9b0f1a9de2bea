import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { InputSchema } from './input-schema.ts'

type Inputs = NonNullable<AssessmentRequest['custom_inputs']>

const asNumber = (value: Inputs[string]): number | undefined => {
  if (typeof value === 'boolean') return Number(value)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Numbers sent as text are numbers, codes that look like numbers are names, and what is to be ignored is not there. */
export const inputsAsDeclared = (request: AssessmentRequest, { kinds }: InputSchema): AssessmentRequest => {
  const { custom_inputs: inputs } = request
  if (!inputs || Object.keys(kinds).length === 0) return request
  const read: Inputs = {}
  for (const [name, value] of Object.entries(inputs)) {
    const kind = kinds[name]
    const declared = kind === 'number' ? asNumber(value) : kind === 'ignore' ? undefined : kind ? String(value) : value
    if (declared !== undefined) read[name] = declared
  }
  return { ...request, custom_inputs: read }
}
