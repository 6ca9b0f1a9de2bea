import { registry } from '../registry.ts'
import { checkRule } from './check-rule.ts'
import { fields } from './fields.data.ts'
import { suggestName, suggestOperator } from './suggest.ts'
import { ruleTemplates } from './templates.data.ts'
import { inputs, namespaces, vocabulary } from './vocabulary.ts'

test('every evidence and every field can be read by a rule', () => {
  const names = vocabulary.names.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining([...registry, ...fields].map(({ name }) => name)))
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(checkRule(`has(${name})`).problems).toEqual([])
})

test('names have two parts, none of them a word of the language', () => {
  for (const name of inputs.keys()) expect(name).toMatch(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/)
  const words = [
    'in',
    'true',
    'false',
    'null',
    'as',
    'for',
    'if',
    'var',
    'int',
    'list',
    'map',
    'type',
    'cel',
    'custom_inputs',
  ]
  for (const namespace of namespaces.keys()) expect(words).not.toContain(namespace)
})

test('no field has the name of another', () => {
  const names = fields.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(ruleTemplates.map((template) => [template.id, template] as const))(
  'the template %s can be saved as it stands',
  (_, its) => {
    const { problems, reading } = checkRule(its.expression)
    expect(problems).toEqual([])
    expect(reading?.cost).toBeGreaterThan(0)
    expect(its.name.length).toBeLessThanOrEqual(48)
  },
)

test('there are twelve templates, each with a name of its own', () => {
  expect(new Set(ruleTemplates.map(({ name }) => name)).size).toBe(12)
})

test.each([
  ['device.emials_24h', 'device.emails_24h'],
  ['ordr.amount', 'order.amount'],
  ['amount', 'order.amount'],
  ['xyz.nothing_like_it', null],
])('%s: %s is meant', (word, meant) => {
  expect(suggestName(word)).toBe(meant)
})

test.each([
  ['a = b', 2, '=='],
  ['a and b', 2, '&&'],
  ['a OR b', 2, '||'],
  ['a ? b', 2, null],
])('%s', (text, at, meant) => {
  expect(suggestOperator(text, at)).toBe(meant)
})
