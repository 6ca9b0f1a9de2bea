import type { Assessment as ServerAssessment } from '../../contract/src/assessment.ts'
import type { AssessmentRequest as ServerRequest } from '../../contract/src/assessment-request.ts'
import type { ProblemCode as ServerCode } from '../../contract/src/problem.ts'
import { problems } from '../../contract/src/problem.ts'
import { problemCodes, type ProblemCode } from './errors.ts'
import type { Assessment, AssessmentRequest } from './types.ts'

/** Compiles only while the two are assignable both ways; the SDK ships without the contract, so its types stand alone. */
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false

const request: Same<AssessmentRequest, ServerRequest> = true
const answer: Same<Assessment, ServerAssessment> = true
const codes: Same<ProblemCode, ServerCode> = true

test('the types of the SDK are those of the server', () => {
  expect([request, answer, codes]).toEqual([true, true, true])
  expect([...problemCodes].sort()).toEqual(Object.keys(problems).sort())
})
