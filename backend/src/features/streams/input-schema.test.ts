import { readSchema } from './input-schema.ts'

test('a schema says what inputs are', () => {
  const text =
    '{"custom_inputs":{"seller":"identifier","age":"number","fee":"amount","code":"category","queue":"ignore"}}'
  expect(readSchema(text).kinds).toEqual({
    ...{ seller: 'identifier', age: 'number', fee: 'amount' },
    ...{ code: 'category', queue: 'ignore' },
  })
})

test.each([
  ['x', 'no JSON'],
  ['{}', 'no "custom_inputs"'],
  ['{"custom_inputs":{"a":"text"}}', 'none of identifier'],
  ['{"custom_inputs":{"A b":"number"}}', 'no name of a custom input'],
])('%s is refused: %s', (text, problem) => {
  expect(() => readSchema(text)).toThrow(problem)
})
