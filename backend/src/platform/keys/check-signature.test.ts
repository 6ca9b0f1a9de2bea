import { AppError } from '../app-error.ts'
import { checkSignature } from './check-signature.ts'
import { sign } from './signature.ts'

const secret = 'gfk_test_example_signing_secret'
const request = { method: 'POST', target: '/v1/labels', body: '{}' }
const now = 1_795_165_200_000

const headersAt = (timestamp: string, nonce = 'n'.repeat(16)) => ({
  timestamp,
  nonce,
  signature: sign(secret, { ...request, timestamp, nonce }),
})

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'accepted'
}

test.each([
  ['1795165200', 'accepted'],
  ['1795164900', 'accepted'],
  ['1795165500', 'accepted'],
  ['1795164899', 'timestamp_skewed'],
  ['1795165501', 'timestamp_skewed'],
  ['1795165200.0', 'timestamp_skewed'],
  ['1795165200000', 'timestamp_skewed'],
  ['-1', 'timestamp_skewed'],
  ['soon', 'timestamp_skewed'],
])('timestamp %s: %s', (timestamp, outcome) => {
  expect(codeOf(() => checkSignature([secret], headersAt(timestamp), request, now))).toBe(outcome)
})

test.each(['timestamp', 'nonce', 'signature'] as const)('a missing %s is its own answer', (name) => {
  const headers = { ...headersAt('1795165200'), [name]: undefined }
  expect(codeOf(() => checkSignature([secret], headers, request, now))).toBe('signature_missing')
})

test('a wrong signature is told before a bad nonce', () => {
  const headers = { ...headersAt('1795165200', 'short'), signature: '0'.repeat(64) }
  expect(codeOf(() => checkSignature([secret], headers, request, now))).toBe('signature_invalid')
})

test.each(['short', 'n'.repeat(65), 'spaces are not fine', 'ünïcode-ünïcode-'])('nonce %j is refused', (nonce) => {
  expect(codeOf(() => checkSignature([secret], headersAt('1795165200', nonce), request, now))).toBe('nonce_invalid')
})
