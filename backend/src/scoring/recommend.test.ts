import { recommend } from './recommend.ts'
import { registry } from './registry.ts'
import type { EvidenceValue } from './evidence.ts'

const valuesOf = (known: Readonly<Record<string, EvidenceValue>>) => registry.map(({ name }) => known[name] ?? null)

test.each([
  ['approve', { 'payment.method': 'card' }, 'none'],
  ['review', { 'payment.method': 'card' }, 'challenge_3ds'],
  ['review', { 'payment.method': 'card', 'payment.three_d_secure': 'attempted' }, 'challenge_3ds'],
  ['review', { 'payment.method': 'card', 'payment.three_d_secure': 'authenticated' }, 'verify_identity'],
  ['review', { 'payment.method': 'cod' }, 'confirm_order'],
  ['review', { 'payment.method': 'invoice' }, 'verify_identity'],
  ['review', {}, 'verify_identity'],
  ['decline', { 'payment.method': 'cod' }, 'hold_shipment'],
] as const)('%s of %j: %s', (decision, known, recommendation) => {
  expect(recommend(decision, valuesOf(known))).toBe(recommendation)
})
