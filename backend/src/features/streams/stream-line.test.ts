import { parseLine, placeOf, timeOf } from './stream-line.ts'

test.each([
  ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01T09:30:00.5+02:00', '2026-03-01T07:30:00.500Z'],
  ['2026-03-01 09:30', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
])('%s is %s, on every machine', (given, expected) => {
  expect(new Date(timeOf(given)).toISOString()).toBe(expected)
})

test.each(['', 'yesterday', '2026-03-01T99:00:00Z', '2026-13-01', 5, null, '2026-03-01x09:30'])(
  '%j is no time',
  (given) => {
    expect(() => timeOf(given)).toThrow('"at" is')
  },
)

test.each([
  ['{', 'no JSON'],
  ['[]', 'no JSON object'],
  ['{"type":"order","at":"2026-03-01"}', '"request" is missing'],
  ['{"type":"refund","at":"2026-03-01"}', '"type" is none of'],
  ['{"type":"label","at":"2026-03-01","label":"fraud"}', '"order_id" is missing'],
  ['{"type":"label","at":"2026-03-01","order_id":"1","label":"bad"}', '"label" is none of'],
  ['{"type":"event","at":"2026-03-01","order_id":"1","event":"eaten"}', '"event" is none of'],
])('%s: %s', (text, problem) => {
  expect(() => parseLine(text)).toThrow(problem)
})

test('the place of a line is the same, read quickly or whole', () => {
  const quick = '{"type":"label","at":"2026-03-01T09:30:00Z","order_id":"1","label":"fraud"}'
  const whole = '{"order_id":"1","at":"2026-03-01T09:30:00Z","label":"fraud","type":"label"}'
  expect(placeOf(quick)).toEqual(placeOf(whole))
})
