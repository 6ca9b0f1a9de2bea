import { createSecretKey } from 'node:crypto'
import { learnedInputs } from '../../scoring/learned-inputs.ts'
import { createStoreKeys } from '../../platform/vault/store-keys.ts'
import { inputsAsDeclared, ownAmounts, ownIdentifiers, type InputKinds } from './declared-inputs.ts'
import { createDerive } from './derive.ts'

const keys = createStoreKeys([createSecretKey(Buffer.alloc(32, 7))])
const order = { id: '1', amount: 1, currency: 'EUR' }
const kinds: InputKinds = {
  ...{ seller: 'identifier', coupon: 'identifier', age: 'number' },
  ...{ fee: 'amount', code: 'category', queue: 'ignore' },
}
const derive = createDerive({ ips: { of: () => null } })

test('inputs are read as they are declared', () => {
  const custom_inputs = { seller: 77, age: '12.5', fee: ' 300 ', code: 4, queue: 'x', other: true }
  expect(inputsAsDeclared({ order, custom_inputs }, kinds).custom_inputs).toEqual({
    ...{ seller: '77', age: 12.5, fee: 300 },
    ...{ code: '4', other: true },
  })
})

test('a number that is none is not there', () => {
  expect(inputsAsDeclared({ order, custom_inputs: { age: 'old', fee: '' } }, kinds).custom_inputs).toEqual({})
})

test('where nothing is declared the request is the very same', () => {
  const request = { order, custom_inputs: { seller: 77 } }
  expect(inputsAsDeclared(request, null)).toBe(request)
  expect(ownIdentifiers(keys, request, null)).toEqual({})
  expect(ownAmounts(request, null)).toEqual({})
})

test('identifiers are keyed, under their own name, and are the same whatever stands around them', () => {
  const of = (custom_inputs: Record<string, string | number>) =>
    ownIdentifiers(keys, { custom_inputs }, kinds).own ?? {}
  const { seller, coupon } = of({ seller: 'A-1', coupon: 'A-1' })
  expect(seller).toMatch(/^[0-9a-f]{64}$/)
  expect(coupon).not.toBe(seller)
  expect(of({ seller: ' A-1 ' })['seller']).toBe(seller)
  expect(of({ seller: 'a-1' })['seller']).not.toBe(seller)
  expect(of({ seller: ' ' })).toEqual({})
})

test('nothing of the value is left in what is derived', () => {
  const request = { order, custom_inputs: { seller: 'marketplace-anna', fee: 300 } }
  const { facts, identifiers } = derive(keys, request, 0, { inputKinds: kinds })
  expect(JSON.stringify({ facts, identifiers })).not.toContain('anna')
  expect(Object.keys(identifiers.own ?? {})).toEqual(['seller'])
})

test('the network never hears of them', () => {
  const request = { order, custom_inputs: { seller: 'x' } }
  expect(derive(keys, request, 0, { networkKeys: keys, inputKinds: kinds }).network).toEqual({})
})

test('money is learned per currency', () => {
  const { facts } = derive(keys, { order, custom_inputs: { fee: 300, age: 3 } }, 0, { inputKinds: kinds })
  expect(learnedInputs(facts)).toMatchObject({ 'fee.eur': 300, age: 3 })
  expect(learnedInputs(facts)).not.toHaveProperty('fee')
})
