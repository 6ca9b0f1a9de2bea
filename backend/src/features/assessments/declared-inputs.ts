import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { CustomInputKind } from '#contract/custom-inputs.ts'
import { identifyOwn, type Identifiers } from '../../platform/identifiers/identify.ts'
import { normaliseOpaque } from '../../platform/identifiers/opaque.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'

/** By name of a custom input; null: the store declared nothing. */
export type InputKinds = Readonly<Record<string, CustomInputKind>> | null

type Inputs = NonNullable<AssessmentRequest['custom_inputs']>

const asNumber = (value: Inputs[string]): number | undefined => {
  if (typeof value === 'boolean') return Number(value)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const readAs = (kind: CustomInputKind | undefined, value: Inputs[string]): Inputs[string] | undefined => {
  if (kind === undefined) return value
  if (kind === 'ignore') return undefined
  return kind === 'number' || kind === 'amount' ? asNumber(value) : String(value)
}

/** Numbers sent as text are numbers, codes that look like numbers are names, and what is to be ignored is not there. */
export const inputsAsDeclared = (request: AssessmentRequest, kinds: InputKinds): AssessmentRequest => {
  const { custom_inputs: inputs } = request
  if (!inputs || !kinds) return request
  const read: Inputs = {}
  for (const [name, value] of Object.entries(inputs)) {
    const declared = readAs(kinds[name], value)
    if (declared !== undefined) read[name] = declared
  }
  return { ...request, custom_inputs: read }
}

type Sent = Pick<AssessmentRequest, 'custom_inputs'>

const sentAs = (kind: CustomInputKind, { custom_inputs: inputs = {} }: Sent, kinds: InputKinds): readonly string[] =>
  kinds ? Object.keys(inputs).filter((name) => kinds[name] === kind) : []

/** An empty text names nothing. */
export const ownIdentifiers = (keys: StoreKeys, request: Sent, kinds: InputKinds): Pick<Identifiers, 'own'> => {
  const own: Record<string, string> = {}
  for (const name of sentAs('identifier', request, kinds)) {
    const value = normaliseOpaque(String(request.custom_inputs?.[name] ?? ''))
    if (!value.flagged) own[name] = identifyOwn(keys, name, value)
  }
  return Object.keys(own).length === 0 ? {} : { own }
}

/** Which of them are money, in the order's currency: 5,000 yen are not 5,000 cents. */
export const ownAmounts = (request: Sent, kinds: InputKinds): { readonly amounts?: readonly string[] } => {
  const amounts = sentAs('amount', request, kinds)
  return amounts.length === 0 ? {} : { amounts }
}
