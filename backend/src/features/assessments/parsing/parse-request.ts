import type { z } from 'zod'
import { AssessmentRequest } from '#contract/assessment-request.ts'
import type { FieldProblem } from '#contract/problem.ts'
import { AppError } from '../../../platform/app-error.ts'
import { findCardNumber } from '../../../platform/card-numbers/find-card-number.ts'
import type { ParsedRequest } from '../derived.ts'
import { checkBounds } from './bounds.ts'
import { clean } from './clean.ts'
import { remove, valueAt } from './remove.ts'
import { shapeOf } from './shape.ts'
import { createWarnings, pointerOf, type PointerPath, type Warnings } from './warnings.ts'

type Issue = z.core.$ZodIssue

const requestShape = shapeOf(AssessmentRequest)

const pathOf = (issue: Issue): PointerPath => issue.path.map((step) => (typeof step === 'symbol' ? '' : step))

/** `order` is all that must be there; without it there is nothing to score. */
const isRequired = ([first]: PointerPath): boolean => first === undefined || first === 'order'

const adaptIssue = (candidate: unknown, issue: Issue): FieldProblem => {
  const path = pathOf(issue)
  const code = valueAt(candidate, path) === undefined ? 'INPUT_MISSING' : 'INPUT_INVALID'
  return { pointer: pointerOf(path), code, detail: issue.message }
}

const dropInvalid = (candidate: unknown, issues: readonly Issue[], warnings: Warnings): void => {
  for (const issue of issues) {
    const path = pathOf(issue)
    remove(candidate, path)
    warnings.add('INPUT_INVALID', path, issue.message)
  }
}

/** Each round removes what the former one found; a list that lost all its items may be one more. */
const mostRounds = 4

const validated = (candidate: unknown, warnings: Warnings): AssessmentRequest => {
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = AssessmentRequest.safeParse(candidate)
    if (parsed.success) return parsed.data
    const fatal = parsed.error.issues.filter((issue) => isRequired(pathOf(issue)))
    if (fatal.length > 0)
      throw new AppError('validation_failed', { errors: fatal.map((issue) => adaptIssue(candidate, issue)) })
    dropInvalid(candidate, parsed.error.issues, warnings)
  }
  throw new AppError('validation_failed')
}

const dayMs = 86_400_000

/** The store's own clock is a fact like others: windows run on receipt time. */
const warnOfTime = ({ event }: AssessmentRequest, receivedAt: number, warnings: Warnings): void => {
  if (event?.time === undefined || Math.abs(Date.parse(event.time) - receivedAt) <= dayMs) return
  warnings.add('INPUT_TIME_OFF', ['event', 'time'], 'More than 24 hours from the time of receipt.')
}

/**
 * Reads a body leniently: one bad optional field never sinks an order, it is dropped and named. Card numbers are refused
 * in any field, known or not, and are not repeated in the error.
 */
export const parseRequest = (body: unknown, receivedAt: number): ParsedRequest => {
  checkBounds(body)
  const card = findCardNumber(body)
  if (card !== null)
    throw new AppError('card_number_refused', {
      errors: [{ pointer: card, code: 'CARD_NUMBER', detail: 'Send the token that your payment provider gave you.' }],
    })
  const warnings = createWarnings()
  const request = validated(clean(body, requestShape, [], warnings), warnings)
  warnOfTime(request, receivedAt, warnings)
  return { request, warnings: warnings.list() }
}
