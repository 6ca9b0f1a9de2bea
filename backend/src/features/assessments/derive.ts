import type { AssessmentRequest } from '#contract/assessment-request.ts'
import type { IpFactsSource } from '../../platform/facts/ip-facts.ts'
import { normaliserVersion } from '../../platform/identifiers/normalised.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import { inputsAsDeclared, ownAmounts, ownIdentifiers, type InputKinds } from './declared-inputs.ts'
import type { Derived } from './derived.ts'
import { deriveFacts } from './derive-facts.ts'
import { deriveIdentifiers, deriveNetworkIdentifiers } from './derive-identifiers.ts'
import { readValues } from './derive-readings.ts'

const magicDomain = '@test.invalid'
const magicWords = ['approve', 'review', 'decline', 'timeout'] as const

const magicOf = (address: string | undefined): Derived['test'] => {
  const text = address?.trim().toLowerCase() ?? ''
  return magicWords.find((word) => text === word + magicDomain) ?? null
}

export type Derive = (
  keys: StoreKeys,
  request: AssessmentRequest,
  receivedAt: number,
  more?: { readonly networkKeys?: StoreKeys | null; readonly inputKinds?: InputKinds },
) => Derived

/** From a request to what may be kept of it: facts and keyed identifiers. No raw value of a person passes. */
export const createDerive =
  ({ ips }: { readonly ips: Pick<IpFactsSource, 'of'> }): Derive =>
  (keys, sent, receivedAt, { networkKeys = null, inputKinds = null } = {}) => {
    const request = inputsAsDeclared(sent, inputKinds)
    const readings = readValues(request)
    return {
      facts: { ...deriveFacts(ips, keys, request, readings, receivedAt), ...ownAmounts(request, inputKinds) },
      identifiers: { ...deriveIdentifiers(keys, request, readings), ...ownIdentifiers(keys, request, inputKinds) },
      ...(networkKeys && { network: deriveNetworkIdentifiers(networkKeys, request, readings) }),
      test: magicOf(request.email?.address),
      normaliser: normaliserVersion,
    }
  }
