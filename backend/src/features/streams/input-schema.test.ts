import { inputsAsDeclared } from './declared-inputs.ts'
import { readSchema } from './input-schema.ts'

test('a schema says what inputs are', () => {
  const text = '{"custom_inputs":{"seller":"identifier","age":"number","code":"category","queue":"ignore"}}'
  const schema = readSchema(text)
  const custom_inputs = { seller: 77, age: '12.5', code: 4, queue: 'x', other: true }
  const order = { id: '1', amount: 1, currency: 'EUR' }
  expect(inputsAsDeclared({ order, custom_inputs }, schema).custom_inputs).toEqual({
    seller: '77',
    age: 12.5,
    code: '4',
    other: true,
  })
})

test.each([
  ['x', 'no JSON'],
  ['{}', 'no "custom_inputs"'],
  ['{"custom_inputs":{"a":"text"}}', 'none of number'],
  ['{"custom_inputs":{"A b":"number"}}', 'no name of a custom input'],
])('%s is refused: %s', (text, problem) => {
  expect(() => readSchema(text)).toThrow(problem)
})
